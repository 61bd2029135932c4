// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/colormath.h"
#include "gui/theme/palettes.h"
#include "gui/theme/roles.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace look;

namespace {

/// A desktop's palette by the colours that roles are made from.
QPalette desktop(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette{QColor(window)};
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::WindowText, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    return palette;
}

QPalette fusion()
{
    return std::unique_ptr<QStyle>(QStyleFactory::create(u"fusion"_s))->standardPalette();
}

QByteArray saying(const char *what, const QColor &color, const QColor &ground)
{
    return QByteArray(what) + ' ' + color.name().toLatin1() + " on " + ground.name().toLatin1() + ": "
        + QByteArray::number(contrast(color, ground));
}

const QList<Tone> kTones{Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger};

}

class TestRoles : public QObject
{
    Q_OBJECT

private:
    static void addPalettes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("ours, light") << lightPalette();
        QTest::newRow("ours, dark") << darkPalette();
        QTest::newRow("Breeze Light") << desktop(0xffeff0f1, 0xffffffff, 0xff232629, 0xff3daee9);
        QTest::newRow("Breeze Dark") << desktop(0xff2a2e32, 0xff1b1e20, 0xfffcfcfc, 0xff3daee9);
        QTest::newRow("Adwaita") << desktop(0xfffafafa, 0xffffffff, 0xff2e3436, 0xff3584e4);
        QTest::newRow("Adwaita Dark") << desktop(0xff242424, 0xff1e1e1e, 0xffffffff, 0xff3584e4);
        QTest::newRow("Yaru") << desktop(0xfffafafa, 0xffffffff, 0xff3d3d3d, 0xffe95420);
        QTest::newRow("Windows") << desktop(0xfff0f0f0, 0xffffffff, 0xff000000, 0xff0078d7);
        QTest::newRow("Fusion's own") << fusion();
        QTest::newRow("a yellow accent on dark") << desktop(0xff202020, 0xff1a1a1a, 0xffeeeeee, 0xffffd000);
        QTest::newRow("white on black") << desktop(0xff000000, 0xff000000, 0xffffffff, 0xff1aebff);
    }

private Q_SLOTS:
    void textIsReadableOnEveryGround_data() { addPalettes(); }
    void textIsReadableOnEveryGround()
    {
        QFETCH(QPalette, palette);
        const Roles roles = rolesOf(palette);
        const QList<QColor> grounds{roles.content, roles.chrome, roles.hover, roles.sunken, roles.selection};
        for (const QColor &ground : grounds) {
            QVERIFY2(contrast(roles.text, ground) >= 4.6, saying("text", roles.text, ground));
            for (const Tone tone : kTones)
                QVERIFY2(contrast(roles.of(tone), ground) >= 4.6, saying("tone", roles.of(tone), ground));
        }
    }

    void figuresStandOut_data() { addPalettes(); }
    void figuresStandOut()
    {
        QFETCH(QPalette, palette);
        const Roles roles = rolesOf(palette);
        for (const QColor &ground : {roles.content, roles.chrome, roles.selection})
            QVERIFY2(contrast(roles.outline, ground) >= 3.1, saying("outline", roles.outline, ground));
        QVERIFY2(contrast(roles.faint, roles.content) >= 3.1, saying("faint", roles.faint, roles.content));
        for (int i = 0; i < 8; ++i)
            QVERIFY2(contrast(roles.series(i), roles.content) >= 4.6, saying("series", roles.series(i), roles.content));
    }

    void tonesAreReadableOnTheirBadges_data() { addPalettes(); }
    void tonesAreReadableOnTheirBadges()
    {
        QFETCH(QPalette, palette);
        const Roles roles = rolesOf(palette);
        for (const Tone tone : kTones) {
            const QColor ground = roles.groundOf(tone);
            QVERIFY2(contrast(roles.of(tone), ground) >= 4.6, saying("badge", roles.of(tone), ground));
            QVERIFY2(contrast(roles.text, ground) >= 4.6, saying("banner", roles.text, ground));
        }
        QVERIFY2(contrast(roles.onAccent, roles.accentFill) >= 4.6, saying("button", roles.onAccent, roles.accentFill));
    }

    void selectionIsSeen_data() { addPalettes(); }
    void selectionIsSeen()
    {
        QFETCH(QPalette, palette);
        const Roles roles = rolesOf(palette);
        QVERIFY2(contrast(roles.selection, roles.content) > 1.12, saying("selection", roles.selection, roles.content));
        QVERIFY(roles.hairline != roles.content);
    }

    void readableKeepsWhatIsReadable()
    {
        const QColor blue(0x20, 0x30, 0x90);
        QCOMPARE(readable(blue, Qt::white, 4.6), blue);
        QVERIFY(contrast(readable(blue, Qt::black, 4.6), Qt::black) >= 4.6);
    }

    void rolesFollowTheApplication()
    {
        QApplication::setPalette(lightPalette());
        QVERIFY(!currentRoles().dark);
        QApplication::setPalette(darkPalette());
        QVERIFY(currentRoles().dark);
    }
};

QTEST_MAIN(TestRoles)
#include "tst_roles.moc"
