// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/errorbanner.h"
#include "gui/sources/sourcetest.h"
#include "gui/theme/roles.h"

#include <QDialog>

#include <optional>

namespace look {
class Label;
}

namespace Ui {
class SourceDialog;
}

/// The form of a source: a link is pasted and fills it, a test says whether the Hub has what it names, and it can be
/// saved without one.
class SourceDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a engine and \a signIn outlive it. \a hubs are offered beside the one that Hubdeck is set to.
    SourceDialog(Engine *engine, SignIn *signIn, const QList<QUrl> &hubs, QWidget *parent = nullptr);
    ~SourceDialog() override;

    void setSource(const Source &source);  ///< To be edited; or a beginning, where it has no id.
    Source source() const;                 ///< As the fields say it.

Q_SIGNALS:
    void saved(const Source &source);

protected:
    bool event(QEvent *event) override;

private:
    /// What became of the test of what is in the fields.
    enum class Tested { Not, Running, Well, Badly };

    void setUpFields(const QList<QUrl> &hubs);
    void connectFields();
    void alignLabels();
    void fitHeight();
    QList<QUrl> hubs() const;
    QUrl endpoint() const;
    RepoType type() const;
    bool isComplete() const;
    void takeLink();
    void proposeName();
    void onAccountsChanged();
    void setPinned(bool isPinned);
    void setCommit(const QString &commit);
    void onEdited(bool isElsewhere);
    void showNotes();
    void showState();
    void tellResult(const QString &icon, models::Tone tone, const QString &text, const QString &button = {});
    void test();
    void onTested(const Result<RepoInfo> &answer);
    void follow(gui::Remedy remedy);
    void save();

    std::unique_ptr<Ui::SourceDialog> m_ui;
    SourceTest *m_test;
    QString m_id;
    QString m_commit;  ///< Where a pinned one stays; empty: not known yet.
    QString m_testedCommit;
    QString m_before;  ///< What the field of the repository had.
    Tested m_tested = Tested::Not;
    gui::Remedy m_remedy = gui::Remedy::None;
    bool m_isNamed = false;    // By somebody.
    bool m_isSaving = false;   // As soon as the commit is known.
    bool m_isWaiting = false;  // For somebody to sign in, so that the test can go on.
};
