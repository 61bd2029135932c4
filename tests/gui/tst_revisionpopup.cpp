// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckstyle.h"
#include "gui/widgets/label.h"
#include "gui/widgets/revisionpopup.h"
#include "gui/widgets/rowtree.h"
#include "models/itemroles.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using look::RevisionPopup;

namespace {

const QString kCommit = u"4f2a9c1d6e0b4f2a9c1d6e0b4f2a9c1d6e0b4f2a"_s;

void addSection(QStandardItemModel *model, const QString &title)
{
    auto item = std::make_unique<QStandardItem>(title);
    item->setData(true, models::SectionRole);
    model->appendRow(item.release());
}

void addRevision(QStandardItemModel *model, const QString &name, const QString &revision, const QString &note)
{
    auto item = std::make_unique<QStandardItem>(name);
    item->setData(revision, models::RevisionRole);
    item->setData(note, models::NoteRole);
    item->setData(u"branch"_s, models::IconNameRole);
    model->appendRow(item.release());
}

QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row, 0).data().toString();
    return rows;
}

}

class TestRevisionPopup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::DeckStyle::apply(false); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_button = new QPushButton(u"main"_s, m_window.get());
        m_window->resize(600, 100);
        m_window->show();
        m_model = new QStandardItemModel(m_window.get());
        addSection(m_model, u"Branches"_s);
        addRevision(m_model, u"main"_s, u"main"_s, u"4f2a9c1 · 3 d"_s);
        addRevision(m_model, u"onnx"_s, u"onnx"_s, u"18d02aa · 5 mo"_s);
        addSection(m_model, u"Tags"_s);
        addRevision(m_model, u"v1.1"_s, u"v1.1"_s, u"b4d1e02 · 8 mo"_s);
        addSection(m_model, u"Pull requests"_s);
        addRevision(m_model, u"#14 Add safetensors"_s, u"refs/pr/14"_s, u"7de9910 · 4 d"_s);
        m_popup = new RevisionPopup(m_window.get());
        m_popup->setModel(m_model);
        m_list = m_popup->findChild<look::RowTree *>();
        m_text = m_popup->findChild<QLineEdit *>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_list->model(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_popup->popup(m_button);
    }
    void cleanup() { m_tester.reset(); }

    void isFoundByItsNames()
    {
        QCOMPARE(m_popup->accessibleName(), u"Revision"_s);
        QCOMPARE(m_list->accessibleName(), u"Revision"_s);
        QCOMPARE(m_text->accessibleName(), u"Filter revisions"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("nothing typed: all") << QString() << rowsOfAll();
        QTest::newRow("headings stay with their rows") << u"onnx"_s << QStringList{u"Branches"_s, u"onnx"_s};
        QTest::newRow("case does not matter") << u"SAFE"_s << QStringList{u"Pull requests"_s, u"#14 Add safetensors"_s};
        QTest::newRow("the Hub's own name of a pull request")
            << u"refs/pr"_s << QStringList{u"Pull requests"_s, u"#14 Add safetensors"_s};
        QTest::newRow("a short commit") << u"b4d1"_s << QStringList{u"Tags"_s, u"v1.1"_s};
        QTest::newRow("spaces around are no part of it") << u" v1 "_s << QStringList{u"Tags"_s, u"v1.1"_s};
        QTest::newRow("a heading does not match by itself") << u"branches"_s << QStringList();
        QTest::newRow("it is no pattern") << u".*"_s << QStringList();
        QTest::newRow("six hex digits are no commit") << u"0badca"_s << QStringList();
        QTest::newRow("seven are") << u"0badcaf"_s << QStringList{u"Commit 0badcaf"_s};
        QTest::newRow("forty are") << kCommit << QStringList{u"Commit 4f2a9c1…"_s};
        QTest::newRow("upper case, pasted with a line end") << u"0BADCAFE\n"_s << QStringList{u"Commit 0badcaf…"_s};
        QTest::newRow("forty-one are not") << kCommit + u'0' << QStringList();
        QTest::newRow("a listed commit and the typed one")
            << u"4f2a9c1"_s << QStringList{u"Branches"_s, u"main"_s, u"Commit 4f2a9c1"_s};
    }
    void filters()
    {
        QFETCH(QString, text);
        m_text->setText(text);
        QTEST(rowsOf(*m_list->model()), "rows");
    }

    void headingsComeAndGoWithTheirRows()
    {
        m_text->setText(u"v1"_s);
        QCOMPARE(rowsOf(*m_list->model()), (QStringList{u"Tags"_s, u"v1.1"_s}));
        m_model->removeRow(4);
        QCOMPARE(rowsOf(*m_list->model()), QStringList());
        addRevision(m_model, u"v1 of a stranger"_s, u"refs/pr/15"_s, {});
        QCOMPARE(rowsOf(*m_list->model()), (QStringList{u"Pull requests"_s, u"v1 of a stranger"_s}));
    }

    void anEmptySectionHasNoHeading()
    {
        addSection(m_model, u"Recent commits"_s);
        QCOMPARE(rowsOf(*m_list->model()), rowsOfAll());
    }

    void anotherModelTakesItsPlace()
    {
        QStandardItemModel other;
        addRevision(&other, u"next"_s, u"next"_s, {});
        m_popup->setModel(&other);
        QCOMPARE(rowsOf(*m_list->model()), QStringList{u"next"_s});
        m_popup->setModel(nullptr);
        QCOMPARE(rowsOf(*m_list->model()), QStringList());
    }

    void theArrowsPassOverHeadings()
    {
        QCOMPARE(m_list->currentIndex().data().toString(), u"main"_s);
        QTest::keyClick(m_text, Qt::Key_Down);
        QCOMPARE(m_list->currentIndex().data().toString(), u"onnx"_s);
        QTest::keyClick(m_text, Qt::Key_Down);
        QCOMPARE(m_list->currentIndex().data().toString(), u"v1.1"_s);
        QTest::keyClick(m_text, Qt::Key_Up);
        QCOMPARE(m_list->currentIndex().data().toString(), u"onnx"_s);
        QTest::keyClick(m_text, Qt::Key_PageDown);
        QCOMPARE(m_list->currentIndex().data().toString(), u"#14 Add safetensors"_s);
        QTest::keyClick(m_text, Qt::Key_PageUp);
        QCOMPARE(m_list->currentIndex().data().toString(), u"main"_s);
    }

    void opensOnTheRevisionShownNow()
    {
        m_popup->close();
        m_popup->setCurrent(u"refs/pr/14"_s);
        m_popup->popup(m_button);
        QCOMPARE(m_list->currentIndex().data().toString(), u"#14 Add safetensors"_s);
    }

    void returnChooses()
    {
        QSignalSpy chosen(m_popup, &RevisionPopup::chosen);
        m_text->setText(u"#14"_s);
        QTest::keyClick(m_text, Qt::Key_Return);
        QCOMPARE(chosen, QList<QVariantList>{{u"refs/pr/14"_s}});
        QVERIFY(!m_popup->isVisible());
    }

    void returnChoosesTheTypedCommit()
    {
        QSignalSpy chosen(m_popup, &RevisionPopup::chosen);
        m_text->setText(kCommit);
        QTest::keyClick(m_text, Qt::Key_Return);
        QCOMPARE(chosen, QList<QVariantList>{{kCommit}});
    }

    void returnOnNothingStays()
    {
        QSignalSpy chosen(m_popup, &RevisionPopup::chosen);
        m_text->setText(u"no such name"_s);
        QTest::keyClick(m_text, Qt::Key_Return);
        QVERIFY(chosen.isEmpty());
        QVERIFY(m_popup->isVisible());
    }

    void escapeClosesAndForgetsTheFilter()
    {
        m_text->setText(u"onnx"_s);
        QTest::keyClick(m_text, Qt::Key_Escape);
        QVERIFY(!m_popup->isVisible());
        m_popup->popup(m_button);
        QVERIFY(m_popup->isVisible());
        QVERIFY(m_text->text().isEmpty());
        QCOMPARE(rowsOf(*m_list->model()), rowsOfAll());
    }

    void aClickChoosesButNotOnAHeading()
    {
        QSignalSpy chosen(m_popup, &RevisionPopup::chosen);
        const auto click = [this](int row) {
            const QModelIndex index = m_list->model()->index(row, 0);
            QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(index).center());
        };
        click(3);
        QVERIFY(chosen.isEmpty());
        click(4);
        QCOMPARE(chosen, QList<QVariantList>{{u"v1.1"_s}});
    }

    void theFootShowsThePinnedCommit()
    {
        for (const QString &commit : {u"0badcafe0badcafe"_s, kCommit}) {
            m_popup->setPinned(commit);
            QStringList shown;
            const auto labels = m_popup->findChildren<look::Label *>();
            for (const look::Label *label : labels)
                shown << label->text();
            QCOMPARE(shown.count(commit.first(12)), 1);
            QCOMPARE(m_popup->findChildren<QPushButton *>().size(), 1);
        }
        m_popup->findChild<QPushButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), kCommit);
        m_popup->setPinned({});
        QVERIFY(!m_popup->findChild<QPushButton *>()->isVisible());
    }

    void rowsThatComeLateAreReady()
    {
        QStandardItemModel late;
        m_popup->setModel(&late);
        QVERIFY(!m_list->currentIndex().isValid());
        addSection(&late, u"Branches"_s);
        addRevision(&late, u"main"_s, u"main"_s, {});
        QCOMPARE(m_list->currentIndex().data().toString(), u"main"_s);
        m_popup->setModel(nullptr);
    }

private:
    static QStringList rowsOfAll()
    {
        return {u"Branches"_s,           u"main"_s, u"onnx"_s, u"Tags"_s, u"v1.1"_s, u"Pull requests"_s,
                u"#14 Add safetensors"_s};
    }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_button = nullptr;
    QStandardItemModel *m_model = nullptr;
    RevisionPopup *m_popup = nullptr;
    look::RowTree *m_list = nullptr;
    QLineEdit *m_text = nullptr;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestRevisionPopup)
#include "tst_revisionpopup.moc"
