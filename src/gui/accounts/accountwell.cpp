// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/accountwell.h"

#include "core/plaintext.h"
#include "gui/accounts/accounttexts.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/avatar.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/label.h"
#include "gui/widgets/well.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

AccountWell::AccountWell(QWidget *parent)
    : QWidget(parent),
      m_avatar(new look::Avatar(this)),
      m_name(new look::Label({}, look::Type::Strong, this)),
      m_token(new look::Label({}, look::Type::Body, this)),
      m_note(new look::Label({}, look::Type::Small, this)),
      m_state(new look::IconLabel(this))
{
    auto *well = new look::Well(this);
    auto *row = new QHBoxLayout(well);
    row->setContentsMargins(look::kMedium, look::kMedium, look::kMedium, look::kMedium);
    row->setSpacing(look::kMedium);
    row->addWidget(m_avatar);
    auto texts = std::make_unique<QVBoxLayout>();
    texts->setSpacing(2);
    for (look::Label *label : {m_name, m_token->subtle(), m_note->subtle()}) {
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    row->addLayout(texts.release(), 1);
    row->addWidget(m_state, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(well);
}

void AccountWell::setIdentity(const Identity &identity)
{
    m_avatar->setName(identity.name);
    m_name->setText(core::visible(identity.name));
    const QString members = gui::memberText(identity);
    const QString token = gui::tokenText(identity);
    m_token->setText(members.isEmpty() ? token : token + u" · "_s + members);
    look::setPlainTip(this, gui::scopeTexts(identity).join(u'\n'));
    setNote(gui::expiryText(identity));
}

void AccountWell::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    tell();
}

void AccountWell::setState(const QString &icon, models::Tone tone)
{
    m_state->setIconName(icon);
    m_state->setTone(tone);
}

void AccountWell::tell()
{
    QStringList said{m_name->text(), m_token->text(), m_note->text()};
    said.removeAll({});
    setAccessibleName(said.join(u", "_s));
}
