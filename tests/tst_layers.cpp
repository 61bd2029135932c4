// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// The picture of the house: each folder of src/ and those it stands on. What these stand on is open to it, too.
static const QHash<QString, QStringList> kStandsOn{
    {u"core"_s, {}},
    {u"formats"_s, {u"core"_s}},
    {u"xet"_s, {u"core"_s}},
    {u"hub"_s, {u"formats"_s, u"xet"_s}},
    {u"local"_s, {u"hub"_s}},
    {u"accounts"_s, {u"local"_s}},
    {u"transfer"_s, {u"accounts"_s}},
    {u"publish"_s, {u"transfer"_s}},
    {u"engine"_s, {u"publish"_s}},
    {u"models"_s, {u"engine"_s}},
    {u"gui"_s, {u"models"_s}},
    {u"cli"_s, {u"engine"_s}},
    {u"localhub"_s, {u"core"_s, u"xet"_s}},
};

static bool mayUse(const QString &folder, const QString &used)
{
    return folder == used
        || std::ranges::any_of(kStandsOn[folder], [&](const QString &below) { return mayUse(below, used); });
}

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsUpFromDown()
    {
        QVERIFY(mayUse(u"gui"_s, u"core"_s));
        QVERIFY(!mayUse(u"hub"_s, u"gui"_s));
        QVERIFY(!mayUse(u"engine"_s, u"localhub"_s));
        QVERIFY(!mayUse(u"cli"_s, u"models"_s));
    }

    void includesPointDown()
    {
        static const QRegularExpression include(u"^\\s*#\\s*include \"(\\w+)/"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression keychain(u"#\\s*include .*keychain/keychain.h"_s);
        const QDir source(QStringLiteral(SOURCE_DIR));
        QDirIterator files(source.path(), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString folder = source.relativeFilePath(file.fileName()).section(u'/', 0, 0);
            QVERIFY2(kStandsOn.contains(folder), qPrintable(file.fileName() + u" lies in no known folder"_s));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY2(folder == "accounts"_L1 || !keychain.match(text).hasMatch(),
                     qPrintable(file.fileName() + u" asks QtKeychain, which accounts/ alone may"_s));
            auto match = include.globalMatch(text);
            while (match.hasNext()) {
                const QString used = match.next().captured(1);
                QVERIFY2(mayUse(folder, used), qPrintable(file.fileName() + u" includes upward: "_s + used));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
