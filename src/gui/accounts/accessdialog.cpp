// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/accessdialog.h"

#include "core/plaintext.h"
#include "gui/accounts/accessfield.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/weblinks.h"
#include "ui_accessdialog.h"

#include <QScreen>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 460;

}  // namespace

AccessDialog::AccessDialog(const Gate &gate, const RepoId &repo, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::AccessDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->body->setBackgroundRole(QPalette::Base);
    m_ui->repo->setText(core::visible(repo.name));
    m_ui->repo->setTone(models::Tone::Neutral);
    m_ui->repo->setElideMode(Qt::ElideMiddle);
    m_ui->heading->setText(gate.heading);
    m_ui->heading->setVisible(!gate.heading.isEmpty());
    m_ui->prompt->setText(gate.prompt);
    m_ui->prompt->setVisible(!gate.prompt.isEmpty());
    if (!gate.button.isEmpty())
        m_ui->ask->setText(QString(gate.button).replace(u'&', "&&"_L1));
    setUpFields(gate);
    m_ui->trouble->hide();
    m_ui->page->hide();
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->ask, &QPushButton::clicked, this, &AccessDialog::ask);
    connect(m_ui->page, &QPushButton::clicked, this, [this] {
        Q_EMIT pageAsked();
        reject();
    });
    showAction();
    fitHeight();
}

AccessDialog::~AccessDialog() = default;

void AccessDialog::setUpFields(const Gate &gate)
{
    for (const Gate::Field &asked : gate.fields) {
        auto *field = new AccessField(asked, m_ui->body);
        m_ui->fields->addWidget(field);
        connect(field, &AccessField::changed, this, &AccessDialog::showAction);
        m_fields << field;
    }
    m_ui->needed->setVisible(!m_fields.isEmpty());
}

/// As high as what is asked, but for what would not fit the screen: that scrolls, and the buttons stay.
void AccessDialog::fitHeight()
{
    const int width = look::widthFor(kWidth, fontMetrics());
    m_ui->scroll->setMinimumWidth(width);
    const int needed = m_ui->bodyColumn->heightForWidth(width);
    m_ui->scroll->setMinimumHeight(qMin(needed, screen()->availableSize().height() * 3 / 5));
}

void AccessDialog::setPage(const QUrl &page)
{
    m_ui->page->setVisible(gui::mayOpen(page));
    look::setPlainTip(m_ui->page, tr("Opens %1 in the browser").arg(page.host()));
}

void AccessDialog::ask()
{
    hub::Query answers;
    for (const AccessField *field : std::as_const(m_fields))
        answers.append({field->name(), field->answer()});
    m_isAsking = true;
    m_ui->trouble->tell(u"clock"_s, models::Tone::Neutral, tr("Asking for access"));
    showAction();
    Q_EMIT asked(answers);
}

void AccessDialog::showError(const Error &error)
{
    m_isAsking = false;
    m_ui->trouble->tell(u"damaged"_s, models::Tone::Danger, core::visible(error.message));
    showAction();
}

void AccessDialog::showAction()
{
    const bool isComplete
        = std::ranges::none_of(m_fields, [](const AccessField *field) { return field->answer().isEmpty(); });
    m_ui->ask->setEnabled(isComplete && !m_isAsking);
    m_ui->body->setEnabled(!m_isAsking);
}
