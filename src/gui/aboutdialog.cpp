// SPDX-License-Identifier: Apache-2.0
#include "gui/aboutdialog.h"

#include "gui/theme/metrics.h"
#include "ui_aboutdialog.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QIcon>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMark = 60;
constexpr int kWidth = 420;
constexpr int kWidthWithLicences = 640;

/// The libraries that come into the window's program, and whose they are.
QString licenceList()
{
    return AboutDialog::tr("Hubdeck is under the Apache License 2.0, whose text follows. It stands on Qt (LGPL 3), "
                           "OpenSSL (Apache License 2.0) and QtKeychain (BSD-3-Clause). Its icons are drawn for it.");
}

QString licenceText()
{
    QFile file(u":/LICENSE"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

}  // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->mark->setPixmap(QIcon(u":/icons/hubdeck.svg"_s).pixmap(QSize(kMark, kMark), devicePixelRatioF()));
    m_ui->version->setText(
        tr("Version %1 · Qt %2 · Apache 2.0").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())));
    m_ui->licences->setPlainText(licenceList() + u"\n\n"_s + licenceText());
    fitTo(kWidth);
    connect(m_ui->showLicences, &QPushButton::toggled, this, [this](bool isShown) {
        m_ui->licences->setVisible(isShown);
        fitTo(isShown ? kWidthWithLicences : kWidth);
    });
    connect(m_ui->copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versionDetails()); });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
    m_ui->close->setFocus();
}

AboutDialog::~AboutDialog() = default;

/// As high as its texts are at \a width, which was drawn for letters 18 pixels high.
void AboutDialog::fitTo(int width)
{
    const int wide = qMax(look::widthFor(width, fontMetrics()), layout()->minimumSize().width());
    layout()->activate();
    setFixedSize(wide, layout()->totalHeightForWidth(wide));
}

QString AboutDialog::versionDetails()
{
    return u"Hubdeck %1\nQt %2\n%3\n%4 (%5, %6)\n"_s.arg(
        QCoreApplication::applicationVersion(), QLatin1String(qVersion()), QSslSocket::sslLibraryVersionString(),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName());
}
