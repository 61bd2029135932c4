// SPDX-License-Identifier: Apache-2.0
#include "gui/settingsdialog.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/appearance.h"
#include "gui/delegates/placesdelegate.h"
#include "gui/theme/metrics.h"
#include "gui/transferlimits.h"
#include "gui/widgets/viewpalette.h"
#include "hub/network.h"
#include "hub/proxies.h"
#include "local/environment.h"
#include "models/itemroles.h"
#include "ui_settingsdialog.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first of \a names, in any case, that the environment decides something by.
QString firstOf(const QStringList &overriding, const QStringList &names)
{
    const auto counts = [&names](const QString &name) { return names.contains(name, Qt::CaseInsensitive); };
    const auto found = std::ranges::find_if(overriding, counts);
    return found == overriding.end() ? QString() : *found;
}

}  // namespace

SettingsDialog::SettingsDialog(const Engine *engine, Settings *settings, Appearance *appearance, TransferLimits *limits,
                               QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::SettingsDialog>()),
      m_engine(engine),
      m_settings(settings),
      m_appearance(appearance),
      m_limits(limits)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const QStringList &variables = engine->options().overriding;
    m_endpoint = {m_ui->endpoint, m_ui->endpointNote, firstOf(variables, {u"HF_ENDPOINT"_s})};
    m_client = {m_ui->client, m_ui->clientNote, firstOf(variables, {u"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_s})};
    m_proxy = {m_ui->proxy, m_ui->proxyNote, firstOf(variables, {u"https_proxy"_s, u"http_proxy"_s, u"all_proxy"_s})};
    m_cache = {m_ui->cache, m_ui->cacheNote,
               firstOf(variables, {u"HF_HUB_CACHE"_s, u"HUGGINGFACE_HUB_CACHE"_s, u"HF_HOME"_s})};
    m_ca = {m_ui->ca, m_ui->caNote,
            firstOf(variables, {u"REQUESTS_CA_BUNDLE"_s, u"CURL_CA_BUNDLE"_s, u"SSL_CERT_FILE"_s})};
    setUpPages();
    setUpFields();
    setUpLimits();
    showValues();
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_ui->restore, &QPushButton::clicked, this, &SettingsDialog::restoreDefaults);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::setUpPages()
{
    auto *pages = new QStandardItemModel(this);
    const std::pair<QString, QString> names[] = {{u"settings"_s, tr("General")},
                                                 {u"globe"_s, tr("Network")},
                                                 {u"transfers"_s, tr("Transfers")},
                                                 {u"disk"_s, tr("Storage")}};
    for (const auto &[icon, name] : names) {
        auto *page = new QStandardItem(name);
        page->setData(icon, models::IconNameRole);
        pages->appendRow(page);
    }
    m_ui->body->setAutoFillBackground(true);
    m_ui->body->setBackgroundRole(QPalette::Base);
    look::ViewPalette::apply(m_ui->pages, QPalette::Window);
    m_ui->pages->setModel(pages);
    m_ui->pages->setItemDelegate(new look::PlacesDelegate(m_ui->pages));
    connect(m_ui->pages->selectionModel(), &QItemSelectionModel::currentRowChanged, m_ui->stack,
            [this](const QModelIndex &page) { m_ui->stack->setCurrentIndex(page.row()); });
    m_ui->pages->setCurrentIndex(pages->index(0, 0));
    m_ui->pages->header()->setSectionResizeMode(QHeaderView::Stretch);
    const QList<look::Label *> labels{m_ui->endpointLabel, m_ui->clientLabel, m_ui->proxyLabel, m_ui->caLabel,
                                      m_ui->atOnceLabel,   m_ui->limitLabel,  m_ui->cacheLabel};
    int width = 0;
    for (const look::Label *label : labels)
        width = qMax(width, label->sizeHint().width());
    for (look::Label *label : labels)
        label->setMinimumSize(width, look::controlHeight(fontMetrics()));  // It stands at the middle of its field.
}

std::array<std::pair<QRadioButton *, Settings::Appearance>, 3> SettingsDialog::looks() const
{
    return {{{m_ui->systemLook, Settings::Appearance::System},
             {m_ui->lightLook, Settings::Appearance::Light},
             {m_ui->darkLook, Settings::Appearance::Dark}}};
}

void SettingsDialog::setUpFields()
{
    for (const auto &[button, look] : looks()) {
        // Not clicked(): assistive tools check a radio button without a click.
        connect(button, &QRadioButton::toggled, m_appearance, [this, look = look](bool isChosen) {
            if (isChosen && m_settings->appearance() != look)
                m_appearance->choose(look);
        });
    }
    m_ui->endpoint->setAccessibleName(tr("Address of the Hub"));
    m_ui->endpoint->setPlaceholderText(u"https://huggingface.co"_s);
    m_ui->client->setAccessibleName(tr("Client ID for signing in with a browser"));
    m_ui->client->setPlaceholderText(tr("None: sign in with a token"));
    m_ui->proxy->setAccessibleName(tr("Address of the proxy"));
    m_ui->proxy->setPlaceholderText(tr("As the system says"));
    m_ui->cache->setAccessibleName(tr("Folder of the cache"));
    m_ui->cache->setReadOnly(true);  // A folder is chosen, not spelled.
    connect(m_ui->endpoint, &QLineEdit::editingFinished, this, &SettingsDialog::takeEndpoint);
    connect(m_ui->client, &QLineEdit::editingFinished, this, &SettingsDialog::takeClient);
    connect(m_ui->proxy, &QLineEdit::editingFinished, this, &SettingsDialog::takeProxy);
    m_ui->ca->setAccessibleName(tr("File of certificates"));
    m_ui->ca->setPlaceholderText(tr("The system's alone"));
    m_ui->ca->setReadOnly(true);
    m_ui->chooseCa->setAccessibleName(tr("Choose a file of certificates"));
    connect(m_ui->chooseCa, &QPushButton::clicked, this, &SettingsDialog::chooseCa);
    connect(m_ui->choose, &QPushButton::clicked, this, &SettingsDialog::chooseCache);
}

void SettingsDialog::setUpLimits()
{
    m_ui->atOnce->setRange(1, EngineOptions::kMostAtOnce);
    m_ui->atOnce->setMinimumWidth(look::widthFor(72, fontMetrics()));
    m_ui->atOnce->setAccessibleName(tr("Downloads at a time"));
    connect(m_ui->atOnce, &QSpinBox::valueChanged, m_limits, [this](int count) {
        if (count != m_limits->mostAtOnce())
            m_limits->setMostAtOnce(count);
    });
    connect(m_ui->limit, &QPushButton::clicked, m_limits, [this] { m_limits->popUp(m_ui->limit); });
    connect(m_limits, &TransferLimits::changed, this, &SettingsDialog::showLimits);
    showLimits();
}

void SettingsDialog::showLimits()
{
    m_ui->atOnce->setValue(m_limits->mostAtOnce());
    m_ui->limit->setText(m_limits->text());
}

/// What is chosen; where nothing is, or the environment decides, what counts.
void SettingsDialog::showValues()
{
    for (const auto &[button, look] : looks())
        button->setChecked(m_settings->appearance() == look);
    const EngineOptions &running = m_engine->options();
    const QString folder = m_settings->cacheFolder();
    const bool isCacheSet = folder.isEmpty() || !m_cache.variable.isEmpty();
    const bool isChoosable = m_endpoint.variable.isEmpty() && !running.isDemo;
    m_ui->endpoint->setText((isChoosable ? m_settings->endpoint() : running.endpoint).toString());
    m_ui->client->setText(m_client.variable.isEmpty() ? m_settings->clientId() : running.clientId);
    m_ui->proxy->setText(m_proxy.variable.isEmpty() ? m_settings->proxy() : QString());
    m_ui->cache->setText(core::visible(QDir::toNativeSeparators(isCacheSet ? running.defaultCacheRoot : folder)));
    const QString certificates = m_ca.variable.isEmpty() ? m_settings->caFile() : running.caFile;
    m_ui->ca->setText(core::visible(QDir::toNativeSeparators(certificates)));
    m_ui->chooseCa->setEnabled(m_ca.variable.isEmpty() && !running.isDemo);
    m_ui->choose->setEnabled(m_cache.variable.isEmpty() && !running.isDemo);
    tellStates();
}

void SettingsDialog::tellStates()
{
    const EngineOptions &running = m_engine->options();
    const QUrl endpoint = m_settings->endpoint().isValid() ? m_settings->endpoint() : running.defaultEndpoint;
    const QString folder = m_settings->cacheFolder().isEmpty() ? running.defaultCacheRoot : m_settings->cacheFolder();
    tellState(m_endpoint, endpoint == running.endpoint);
    tellState(m_client, m_settings->clientId() == running.clientId);
    tellState(m_proxy, hub::proxyUrl(m_settings->proxy()) == running.proxy);
    tellState(m_ca, m_settings->caFile() == running.caFile);
    tellState(m_cache, folder == running.cacheRoot);
}

void SettingsDialog::takeEndpoint()
{
    const QString text = m_ui->endpoint->text().trimmed();
    const QUrl endpoint = Environment::endpointOf(text);
    if (!text.isEmpty() && !endpoint.isValid())
        return tell(m_endpoint, u"warning"_s, models::Tone::Danger, tr("This is no http or https address of a Hub."));
    m_settings->setEndpoint(endpoint);
    tellStates();
}

/// As what the Hub knows this program: whoever runs a Hub of their own registers it there.
void SettingsDialog::takeClient()
{
    m_settings->setClientId(m_ui->client->text().trimmed());
    tellStates();
}

void SettingsDialog::takeProxy()
{
    const QString text = m_ui->proxy->text().trimmed();
    const QUrl proxy = hub::proxyUrl(text);
    if (!text.isEmpty() && !proxy.isValid())
        return tell(m_proxy, u"warning"_s, models::Tone::Danger,
                    tr("A proxy is host:port, with http, https or socks5 before it, and no password."));
    m_settings->setProxy(proxy.toString(QUrl::FullyEncoded));
    tellStates();
}

void SettingsDialog::chooseCache()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the cache"), m_engine->options().cacheRoot);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_settings->setCacheFolder(QDir::cleanPath(folder));
        showValues();
    });
    dialog->open();
}

/// For a Hub, or a proxy before it, whose certificate the system does not know: that is never waved through.
void SettingsDialog::chooseCa()
{
    auto *dialog = new QFileDialog(this, tr("File of certificates"), QString(), tr("Certificates (*.pem *.crt *.cer)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsDialog::takeCa);
    dialog->open();
}

void SettingsDialog::takeCa(const QString &file)
{
    if (!hub::hasCertificates(file))
        return tell(m_ca, u"warning"_s, models::Tone::Danger, tr("There is no certificate in this file."));
    m_settings->setCaFile(QDir::cleanPath(file));
    showValues();
}

void SettingsDialog::restoreDefaults()
{
    switch (m_ui->stack->currentIndex()) {
    case 0: m_appearance->choose(Settings::Appearance::System); break;
    case 1:
        m_settings->setEndpoint({});
        m_settings->setClientId({});
        m_settings->setProxy({});
        m_settings->setCaFile({});
        break;
    case 2: m_limits->restoreDefaults(); break;
    default: m_settings->setCacheFolder({});
    }
    showValues();
}

void SettingsDialog::tellState(const Field &field, bool isInForce)
{
    const bool isDemo = m_engine->options().isDemo;
    field.edit->setEnabled(field.variable.isEmpty() && !isDemo);
    if (isDemo)
        tell(field, u"lock"_s, models::Tone::Warning, tr("The demo brings its own."));
    else if (!field.variable.isEmpty())
        tell(field, u"lock"_s, models::Tone::Warning,
             tr("Set by %1 in the environment. Unset it there to choose here.").arg(field.variable));
    else
        tell(field, u"info"_s, models::Tone::Neutral, isInForce ? QString() : tr("Counts from the next start on."));
}

void SettingsDialog::tell(const Field &field, const QString &icon, models::Tone tone, const QString &text)
{
    field.note->setIconName(icon);
    field.note->setTone(tone);
    field.note->setLoud(tone != models::Tone::Neutral);
    field.note->setText(text);
    field.note->setVisible(!text.isEmpty());
}
