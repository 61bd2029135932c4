// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckstyle.h"
#include "gui/theme/palettes.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/breadcrumbbar.h"
#include "gui/widgets/button.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/label.h"
#include "gui/widgets/revisionbutton.h"
#include "gui/widgets/rowtree.h"
#include "gui/widgets/speedgraph.h"

#include <QApplication>
#include <QImage>
#include <QTest>
#include <QVBoxLayout>

#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace look;

namespace {

using Maker = std::function<QWidget *(QWidget *)>;

Maker label(Type type, std::optional<Tone> tone = {})
{
    return [type, tone](QWidget *parent) {
        auto *label = new Label(u"onnx/model.safetensors"_s, type, parent);
        return tone ? label->toned(*tone) : label;
    };
}

Maker button(Button::Kind kind)
{
    return [kind](QWidget *parent) { return new Button(u"Download"_s, u"download"_s, kind, parent); };
}

Maker banner(Tone tone)
{
    return [tone](QWidget *parent) {
        auto *banner = new Banner(tone, u"This repository is gated."_s, parent);
        banner->setDetail(u"Access is given by its owner."_s);
        banner->addAction(u"Request access"_s);
        return banner;
    };
}

QWidget *breadcrumbs(QWidget *parent)
{
    auto *bar = new BreadcrumbBar(parent);
    bar->setPath(u"model"_s, {u"Models"_s, u"google"_s, u"flan-t5-small"_s});
    auto *revision = new RevisionButton(bar);
    revision->setRevision(u"branch"_s, u"main"_s, u"4f2a9c1d6e0b"_s);
    bar->setTrailing(revision);
    return bar;
}

QWidget *graph(QWidget *parent)
{
    auto *graph = new SpeedGraph(parent);
    graph->setSamples({1e6, 4e6, 3e6});
    return graph;
}

/// A window with the widget in it, as it is made under the palette of the moment.
std::unique_ptr<QWidget> windowOf(const Maker &make)
{
    auto window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(window.get());
    column->addWidget(make(window.get()));
    window->resize(640, 240);
    window->show();
    QCoreApplication::processEvents();
    return window;
}

}

class TestPaletteSwitch : public QObject
{
    Q_OBJECT

private:
    static void addWidgets()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("label, body") << label(Type::Body);
        QTest::newRow("label, title") << label(Type::Title);
        QTest::newRow("label, subtle") << label(Type::Small, Tone::Neutral);
        QTest::newRow("label, accent") << label(Type::Body, Tone::Accent);
        QTest::newRow("label, success") << label(Type::Strong, Tone::Success);
        QTest::newRow("label, warning") << label(Type::Heading, Tone::Warning);
        QTest::newRow("label, danger") << label(Type::Display, Tone::Danger);
        QTest::newRow("button") << button(Button::Kind::Normal);
        QTest::newRow("primary button") << button(Button::Kind::Primary);
        QTest::newRow("flat button") << button(Button::Kind::Flat);
        QTest::newRow("link") << button(Button::Kind::Link);
        QTest::newRow("danger button") << button(Button::Kind::Danger);
        QTest::newRow("banner, information") << banner(Tone::Accent);
        QTest::newRow("banner, success") << banner(Tone::Success);
        QTest::newRow("banner, warning") << banner(Tone::Warning);
        QTest::newRow("banner, danger") << banner(Tone::Danger);
        QTest::newRow("breadcrumbs") << Maker(breadcrumbs);
        QTest::newRow("speed graph") << Maker(graph);
        QTest::newRow("empty state") << Maker(
            [](QWidget *parent) { return new EmptyState(u"folder"_s, u"Empty"_s, u"Nothing is here."_s, parent); });
    }

private Q_SLOTS:
    void initTestCase() { DeckStyle::apply(false); }
    void init() { QTest::failOnWarning(QRegularExpression(u"There is no icon"_s)); }

    void cleanup() { QApplication::setFont(m_font); }

    void changesWhatIsShown_data() { addWidgets(); }
    void changesWhatIsShown()
    {
        QFETCH(Maker, make);
        QApplication::setPalette(lightPalette());
        const auto window = windowOf(make);
        const QImage light = window->grab().toImage();

        QApplication::setPalette(darkPalette());
        QCoreApplication::processEvents();
        const QImage dark = window->grab().toImage();
        QVERIFY(dark != light);
        QCOMPARE(dark, windowOf(make)->grab().toImage());  // As if it had always been dark.

        QApplication::setPalette(lightPalette());
        QCoreApplication::processEvents();
        QCOMPARE(window->grab().toImage(), light);
    }

    void fontChangesReachEveryWidget_data() { addWidgets(); }
    void fontChangesReachEveryWidget()
    {
        QFETCH(Maker, make);
        const auto window = windowOf(make);
        QFont larger = m_font;
        larger.setPointSizeF(m_font.pointSizeF() * 1.4);
        QApplication::setFont(larger);
        const QImage fresh = windowOf(make)->grab().toImage();
        QTRY_COMPARE(window->grab().toImage(), fresh);
    }

    void aViewsSelectionFollows()
    {
        QApplication::setPalette(lightPalette());
        RowTree tree;
        const QColor light = tree.palette().color(QPalette::Active, QPalette::Highlight);
        QApplication::setPalette(darkPalette());
        QCoreApplication::processEvents();
        const QColor dark = tree.palette().color(QPalette::Active, QPalette::Highlight);
        QVERIFY(dark != light);
        QCOMPARE(dark, currentRoles().selection);
    }

    void aDesktopsPaletteIsLeftAlone()
    {
        QApplication::setPalette(QPalette(QColor(0x80, 0x40, 0x20)));
        QVERIFY(desktopHasPalette());
        QApplication::setPalette(QApplication::style()->standardPalette());
        QVERIFY(!desktopHasPalette());
    }

private:
    const QFont m_font = QApplication::font();
};

QTEST_MAIN(TestPaletteSwitch)
#include "tst_paletteswitch.moc"
