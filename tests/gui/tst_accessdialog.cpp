// SPDX-License-Identifier: Apache-2.0
#include "circumstances.h"
#include "fit.h"

#include "gui/accounts/accessdialog.h"
#include "hub/gate.h"

#include <QScreen>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The form by which access is requested, however much its authors ask.
class TestAccessDialog : public QObject
{
    Q_OBJECT

    Circumstances m_circumstances;

private Q_SLOTS:
    void cleanup() { m_circumstances.end(); }

    void nothingIsCut_data() { Circumstances::addRows(); }
    void nothingIsCut()
    {
        using Kind = Gate::Field::Kind;
        m_circumstances.begin();
        const Gate gate{.kind = RepoInfo::Gate::Manual,
                        .heading = u"Who wants to use this? "_s.repeated(3),
                        .prompt = u"Please say who you are. "_s.repeated(8),
                        .button = {},
                        .fields = {{u"What you want to use it for, in your own words"_s.repeated(2)},
                                   {u"Since"_s, Kind::Date},
                                   {u"Country"_s, Kind::Country},
                                   {u"For"_s, Kind::Choice, {u"Something that takes a very long line"_s.repeated(4)}}}};
        AccessDialog dialog(gate,
                            {RepoType::Model, u"somebody-with-a-long-name/a-model-with-a-long-name"_s.repeated(2)});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setPage(QUrl(u"https://hub.test/x"_s));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.showError({Error::Kind::Offline, u"The Hub cannot be reached. "_s.repeated(6)});
        QTRY_COMPARE(fit::firstFault(&dialog), QByteArray());
        QVERIFY(dialog.height() <= dialog.screen()->availableSize().height());
        QCOMPARE(m_circumstances.unknownTexts(), QStringList());
    }
};

QTEST_MAIN(TestAccessDialog)
#include "tst_accessdialog.moc"
