// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowpage.h"

class QLineEdit;
class QVBoxLayout;
class Settings;

namespace look {
class BannerPlace;
class Button;
class Label;
}  // namespace look

/// What the window shows before anything is open: how to begin, and where one was. Never empty.
class StartPage final : public WindowPage
{
    Q_OBJECT

public:
    explicit StartPage(Settings *settings, QWidget *parent = nullptr);

    void setSignedIn(bool isSignedIn);  ///< Who is not finds the way here.
    /// Repositories to begin with (the demo Hub's), as core::locationText() writes them.
    void setExamples(const QStringList &locations);
    look::BannerPlace *banners() const { return m_banners; }

    void open(const Place &) override { reload(); }
    QString icon() const override;
    QStringList crumbs() const override;
    void reload() override;  ///< Reads the recent places again.
    void focusContent() override;

Q_SIGNALS:
    void locationEntered(const QString &text);
    void placeAsked(const Place &place);  ///< A search for what names no repository.
    void signInAsked();

private:
    void enter();
    QWidget *makeScroll();
    QWidget *makeColumn(QWidget *parent);
    void fill(look::Label *head, QVBoxLayout *list, const QStringList &locations);

    Settings *m_settings;
    look::BannerPlace *m_banners;
    QLineEdit *m_entry;
    look::Button *m_signIn;
    look::Label *m_recentHead;
    QVBoxLayout *m_recent;
    look::Label *m_examplesHead;
    QVBoxLayout *m_examples;
};
