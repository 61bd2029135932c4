// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"

#include <QWidget>

struct Identity;

namespace look {
class Avatar;
class IconLabel;
class Label;
class Well;
}  // namespace look

/// Whose token it is, as a found thing: letter, name, kind of token, organisations, expiry.
class AccountWell final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountWell(QWidget *parent = nullptr);

    void setIdentity(const Identity &identity);
    void setNote(const QString &note);  ///< A last line, in place of the expiry.
    void setState(const QString &icon, models::Tone tone);

private:
    void tell();

    look::Avatar *m_avatar;
    look::Label *m_name;
    look::Label *m_token;
    look::Label *m_note;
    look::IconLabel *m_state;
};
