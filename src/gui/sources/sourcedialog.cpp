// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/sourcedialog.h"

#include "core/plaintext.h"
#include "core/safename.h"
#include "engine/engine.h"
#include "gui/accounts/signin.h"
#include "gui/sources/sourcelink.h"
#include "gui/theme/metrics.h"
#include "hub/url.h"
#include "ui_sourcedialog.h"

#include <QAccessible>
#include <QEvent>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;
using gui::Remedy;
using models::Tone;

namespace {

constexpr int kWidth = 500;
constexpr qsizetype kShortCommit = 7;

void setNote(look::Label *note, Tone tone, const QString &text)
{
    note->setTone(tone);
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

/// The one of those that an error has which can be had in a form.
Remedy remedyHere(const Error &error)
{
    for (const Remedy remedy : {gui::remedyOf(error), gui::otherRemedyOf(error)}) {
        if (remedy == Remedy::SignIn || remedy == Remedy::ChangeAccount || remedy == Remedy::Retry
            || remedy == Remedy::OpenMain)
            return remedy;
    }
    return Remedy::None;
}

}  // namespace

SourceDialog::SourceDialog(Engine *engine, SignIn *signIn, const QList<QUrl> &hubs, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::SourceDialog>()),
      m_test(new SourceTest(engine, signIn, this))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->body->setBackgroundRole(QPalette::Base);
    QList<QUrl> offered{engine->endpoint(), QUrl(u"https://huggingface.co"_s)};
    setUpFields(offered << hubs);
    m_ui->account->setSignIn(engine, signIn);
    connectFields();
    connect(m_test, &SourceTest::finished, this, &SourceDialog::onTested);
    connect(m_ui->test, &QPushButton::clicked, this, &SourceDialog::test);
    connect(m_ui->mend, &QPushButton::clicked, this, [this] { follow(m_remedy); });
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->save, &QPushButton::clicked, this, &SourceDialog::save);
    setSource({.endpoint = engine->endpoint()});
    alignLabels();
    fitHeight();
}

SourceDialog::~SourceDialog()
{
    m_ui->repo->disconnect(this);  // It loses the keyboard while its window goes, and says so.
}

void SourceDialog::setUpFields(const QList<QUrl> &hubs)
{
    QStringList addresses;
    for (const QUrl &hub : hubs)
        addresses << hub.toString();
    addresses.removeDuplicates();
    m_ui->hub->addItems(addresses);
    m_ui->name->setMaxLength(int(Source::kLongestName));
    m_ui->hub->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ui->hub->setMinimumContentsLength(20);
}

void SourceDialog::connectFields()
{
    connect(m_ui->repo, &QLineEdit::textChanged, this, [this] { onEdited(true); });
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, [this] { onEdited(true); });
    connect(m_ui->hub, &QComboBox::editTextChanged, this, [this] {
        m_ui->account->setEndpoint(endpoint());
        onEdited(true);
    });
    connect(m_ui->revision, &QLineEdit::textChanged, this, [this] { onEdited(true); });
    connect(m_ui->account, &AccountBox::accountChanged, this, [this] { onEdited(false); });
    connect(m_ui->account, &AccountBox::accountsChanged, this, &SourceDialog::onAccountsChanged);
    connect(m_ui->pin, &QCheckBox::toggled, this, &SourceDialog::setPinned);
    connect(m_ui->name, &QLineEdit::textEdited, this, [this](const QString &text) { m_isNamed = !text.isEmpty(); });
    connect(m_ui->name, &QLineEdit::textChanged, this, &SourceDialog::showState);
    // A paste brings more than a key does: what it says is taken at once.
    connect(m_ui->repo, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.size() > std::exchange(m_before, text).size() + 1)
            takeLink();
    });
    connect(m_ui->repo, &QLineEdit::editingFinished, this, &SourceDialog::takeLink);
}

/// As wide as the widest of them, and each at the middle of its field.
void SourceDialog::alignLabels()
{
    for (look::Label *label :
         {m_ui->repoLabel, m_ui->kindLabel, m_ui->hubLabel, m_ui->revisionLabel, m_ui->accountLabel, m_ui->nameLabel})
        label->setMinimumHeight(look::controlHeight(fontMetrics()));
}

/// As high as its fields and what is said of them; what the screen has no room for scrolls, and the buttons stay.
void SourceDialog::fitHeight()
{
    const int width = qMax(look::widthFor(kWidth, fontMetrics()), m_ui->bodyColumn->minimumSize().width());
    m_ui->scroll->setMinimumWidth(width);
    // -1 while nothing is said that may take more than one line.
    const int needed = qMax(m_ui->bodyColumn->heightForWidth(qMax(width, m_ui->scroll->width())),
                            m_ui->bodyColumn->minimumSize().height());
    m_ui->scroll->setMinimumHeight(qMin(needed, screen()->availableSize().height() * 3 / 5));
}

bool SourceDialog::event(QEvent *event)
{
    const bool isNews = event->type() == QEvent::LayoutRequest;
    if (isNews)
        fitHeight();
    const bool isTaken = QDialog::event(event);
    if (isNews)
        resize(width(), qMax(layout()->totalMinimumSize().height(), layout()->totalMinimumHeightForWidth(width())));
    return isTaken;
}

void SourceDialog::setSource(const Source &source)
{
    m_id = source.id;
    setWindowTitle(m_id.isEmpty() ? tr("Add a source") : tr("Edit the source"));
    m_ui->title->setText(windowTitle());
    m_isNamed = !source.name.isEmpty();
    m_ui->name->setText(source.name);
    m_ui->repo->setText(source.repo.name);
    m_ui->kind->setCurrentIndex(int(source.repo.type));
    m_ui->hub->setEditText(source.endpoint.toString());
    m_ui->account->setEndpoint(endpoint());
    m_ui->revision->setText(source.revision);
    m_ui->account->setAccount(source.account);
    m_ui->pin->setChecked(!source.commit.isEmpty());
    setCommit(source.commit);
    m_ui->repo->setFocus();
}

Source SourceDialog::source() const
{
    const auto link = gui::readSourceLink(m_ui->repo->text(), hubs());
    Source source{.id = m_id, .name = m_ui->name->text().trimmed(), .endpoint = endpoint(), .commit = m_commit};
    source.repo = {type(), link ? link->location.repo.name : QString()};
    source.revision = Source::revisionOf(m_ui->revision->text().trimmed());
    source.account = m_ui->account->account();
    return source;
}

/// Those that a pasted address may be of.
QList<QUrl> SourceDialog::hubs() const
{
    QList<QUrl> hubs;
    for (int at = 0; at < m_ui->hub->count(); ++at)
        hubs << Source::endpointOf(m_ui->hub->itemText(at));
    return hubs;
}

QUrl SourceDialog::endpoint() const
{
    const QString text = m_ui->hub->currentText().trimmed();
    return Source::endpointOf(text.contains("://"_L1) ? text : u"https://"_s + text);
}

RepoType SourceDialog::type() const
{
    return RepoType(m_ui->kind->currentIndex());
}

/// What the Hub can be asked for; to be saved it needs a name as well.
bool SourceDialog::isComplete() const
{
    const QString revision = m_ui->revision->text().trimmed();
    return endpoint().isValid() && gui::readSourceLink(m_ui->repo->text(), hubs())
        && (revision.isEmpty() || core::isRevision(revision));
}

/// Where more than a name was entered, the other fields have the rest of it.
void SourceDialog::takeLink()
{
    const QString text = m_ui->repo->text();
    const auto link = gui::readSourceLink(text, hubs());
    if (!link || text == link->location.repo.name)
        return;
    const Location &location = link->location;
    m_ui->repo->setText(location.repo.name);
    m_before = location.repo.name;
    if (text.trimmed() == location.repo.name)
        return;
    const bool isLink = link->hub.isValid() || text.contains("://"_L1) || text.contains("models/"_L1);
    if (isLink || location.repo.type != RepoType::Model)
        m_ui->kind->setCurrentIndex(int(location.repo.type));
    m_ui->revision->setText(location.revision);
    if (link->hub.isValid())
        m_ui->hub->setEditText(link->hub.toString());
}

void SourceDialog::proposeName()
{
    const auto link = gui::readSourceLink(m_ui->repo->text(), hubs());
    if (!m_isNamed)
        m_ui->name->setText(link ? link->location.repo.shortName() : QString());
}

void SourceDialog::onAccountsChanged()
{
    showNotes();
    if (std::exchange(m_isWaiting, false))
        test();
}

void SourceDialog::setPinned(bool isPinned)
{
    setCommit(isPinned ? m_testedCommit : QString());
    if (m_testedCommit.isEmpty())
        onEdited(false);
    showState();
}

void SourceDialog::setCommit(const QString &commit)
{
    m_commit = commit;
    m_ui->pin->setText(commit.isEmpty() ? tr("Stay at the commit of today")
                                        : tr("Stay at commit %1").arg(commit.first(kShortCommit)));
}

/// What was tested is in the fields no more; \a isElsewhere: nor is what a commit was known of.
void SourceDialog::onEdited(bool isElsewhere)
{
    m_test->cancel();
    m_tested = Tested::Not;
    m_testedCommit.clear();
    m_isSaving = false;
    m_isWaiting = false;
    if (isElsewhere)
        setCommit({});
    proposeName();
    showNotes();
    showState();
}

void SourceDialog::showNotes()
{
    const QString repo = m_ui->repo->text();
    const auto link = gui::readSourceLink(repo, hubs());
    setNote(m_ui->repoNote, Tone::Danger, link || repo.trimmed().isEmpty() ? QString() : link.error().message);
    const QString revision = m_ui->revision->text().trimmed();
    setNote(m_ui->revisionNote, Tone::Danger,
            revision.isEmpty() || core::isRevision(revision) ? QString()
                                                             : tr("No branch, tag or commit can have this name."));
    const QUrl there = endpoint();
    if (!there.isValid())
        setNote(m_ui->hubNote, Tone::Danger, tr("This is no http or https address of a Hub."));
    else
        setNote(m_ui->hubNote, Tone::Warning,
                hub::isConfidential(there) ? QString() : tr("This address is not encrypted: no token is sent there."));
    const QString account = m_ui->account->account();
    setNote(m_ui->accountNote, Tone::Warning,
            m_ui->account->isKnown()
                ? QString()
                : tr("%1 is not signed in at this Hub: no token is sent.").arg(core::visible(account)));
}

void SourceDialog::showState()
{
    const QString name = m_ui->name->text().trimmed();
    const bool isNamed = Source::isName(name);
    setNote(m_ui->nameNote, Tone::Danger,
            isNamed || name.isEmpty() ? QString() : tr("This name has characters that nobody can see."));
    m_ui->pin->setEnabled(!core::isCommit(m_ui->revision->text().trimmed()));
    m_ui->test->setEnabled(isComplete() && m_tested != Tested::Running);
    m_ui->save->setEnabled(isComplete() && isNamed && !m_isSaving);
    const bool maySave = m_ui->save->isEnabled();
    if (m_tested == Tested::Not)
        tellResult(u"info"_s, Tone::Neutral,
                   maySave ? tr("Not tested yet. It can be saved all the same.") : tr("Not tested yet."));
}

void SourceDialog::tellResult(const QString &icon, Tone tone, const QString &text, const QString &button)
{
    m_ui->resultIcon->tell(icon, tone, {});
    m_ui->result->setTone(tone == Tone::Danger ? tone : Tone::Neutral);
    m_ui->result->setText(text);
    m_ui->mend->setText(button);
    m_ui->mend->setVisible(!button.isEmpty());
    QAccessibleEvent alert(m_ui->result, QAccessible::Alert);  // A screen reader says it, wherever the keyboard is.
    QAccessible::updateAccessibility(&alert);
}

void SourceDialog::test()
{
    takeLink();
    if (!isComplete())
        return;
    m_tested = Tested::Running;
    tellResult(u"clock"_s, Tone::Neutral, tr("Asking %1").arg(endpoint().host(QUrl::FullyEncoded)));
    showState();
    m_test->start(source());
}

void SourceDialog::onTested(const Result<RepoInfo> &answer)
{
    const bool wasSaving = std::exchange(m_isSaving, false);
    const bool isPinned = m_ui->pin->isEnabled() && m_ui->pin->isChecked();
    const bool isUnknown = answer && isPinned && m_commit.isEmpty() && answer->sha.isEmpty();
    if (!answer || isUnknown) {
        const Error error
            = answer ? Error{Error::Kind::BadReply, tr("The Hub does not say which commit it is.")} : answer.error();
        m_tested = Tested::Badly;
        m_remedy = remedyHere(error);
        const QString then = wasSaving ? tr("The commit of today is not known, so nothing was saved.")
                                       : tr("It can be saved all the same.");
        tellResult(error.isUnreachable() ? u"offline"_s : u"damaged"_s, Tone::Danger,
                   core::visible(error.message) + u' ' + then,
                   m_remedy == Remedy::OpenMain ? tr("Use main") : gui::textOf(m_remedy));
        return showState();
    }
    m_tested = Tested::Well;
    if (m_commit.isEmpty())
        m_testedCommit = answer->sha;
    if (isPinned && m_commit.isEmpty())
        setCommit(m_testedCommit);
    const QString kinds[] = {tr("Model"), tr("Dataset"), tr("Space")};
    QStringList facts{kinds[int(answer->id.type)]};
    if (answer->isPrivate)
        facts << tr("private");
    if (answer->gate != RepoInfo::Gate::None)
        facts << tr("gated");
    if (!answer->sha.isEmpty())
        facts << tr("commit %1").arg(answer->sha.first(kShortCommit));
    tellResult(u"cached"_s, Tone::Success, facts.join(u" · "_s));
    showState();
    if (wasSaving)
        save();
}

void SourceDialog::follow(Remedy remedy)
{
    switch (remedy) {
    case Remedy::SignIn:
    case Remedy::ChangeAccount:
        m_isWaiting = true;
        m_ui->account->signIn(remedy == Remedy::ChangeAccount);
        break;
    case Remedy::OpenMain: m_ui->revision->clear(); [[fallthrough]];
    default: test();
    }
}

/// A commit that nobody knows yet is asked for first.
void SourceDialog::save()
{
    takeLink();
    if (!isComplete() || !Source::isName(m_ui->name->text().trimmed()))
        return;
    m_isSaving = m_ui->pin->isEnabled() && m_ui->pin->isChecked() && m_commit.isEmpty();
    if (!m_isSaving) {
        Q_EMIT saved(source());
        return accept();
    }
    if (m_tested != Tested::Running)
        test();
    showState();
}
