// SPDX-License-Identifier: Apache-2.0
#include "gui/startpage.h"

#include "core/location.h"
#include "core/plaintext.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/bannerplace.h"
#include "gui/widgets/button.h"
#include "gui/widgets/label.h"
#include "local/settings.h"
#include "models/fileicon.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumnWidth = 460;
constexpr int kMostRecent = 6;
constexpr int kMark = 56;

/// The program's mark, sharp at every scale.
QWidget *makeMark(QWidget *parent)
{
    auto *mark = new QLabel(parent);
    mark->setPixmap(QIcon(u":/icons/hubdeck.svg"_s).pixmap(kMark, kMark));
    return mark;
}

/// \a content where the text of the lists' rows stands, whose grounds reach out beyond it.
QWidget *inset(QWidget *content, QWidget *parent)
{
    auto *frame = new QWidget(parent);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(look::kSmall, 0, look::kSmall, 0);
    row->addWidget(content);
    return frame;
}

/// A repository that was opened as "@main" is the one that was opened by its name.
QString withoutMain(const QString &text)
{
    const Result<Location> location = core::parseLocation(text, QUrl());
    if (!location || location->revision != "main"_L1)
        return text;
    return core::locationText({location->repo, {}, location->path});
}

/// Whether \a text is neither a repository nor an attempt to write one down: words, or one word. (The few repositories
/// whose name is one word are found, too; and the location bar opens them.)
bool isSearch(const QString &text)
{
    constexpr qsizetype kLongest = 200;
    if (text.isEmpty() || text.size() > kLongest || text.contains("://"_L1) || text.contains(u'@'))
        return false;
    const bool isWritten = text.contains(u'/') && !text.contains(u' ');
    return !isWritten && std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

void empty(QLayout *list)
{
    while (QLayoutItem *item = list->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace

StartPage::StartPage(Settings *settings, QWidget *parent)
    : WindowPage(parent),
      m_settings(settings),
      m_banners(new look::BannerPlace(this)),
      m_entry(new QLineEdit(this)),
      m_signIn(new look::Button(tr("Sign in to the Hub"), u"key"_s, look::Button::Kind::Link, this)),
      m_recentHead(new look::Label(tr("Recent"), look::Type::Small, this)),
      m_recent(new QVBoxLayout),
      m_examplesHead(new look::Label(tr("On the demo Hub"), look::Type::Small, this)),
      m_examples(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_recentHead->subtle();
    m_examplesHead->subtle();

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(m_banners);
    page->addWidget(makeScroll(), 1);
    setExamples({});
    reload();
}

/// The column, scrolled where the window is low.
QWidget *StartPage::makeScroll()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);  // It follows the keyboard by itself.
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *content = new QWidget(scroll);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(true);
    // It stands at two fifths of the free height, as all that is centred in this window.
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins({});
    lines->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(makeColumn(content));
    row->addStretch();
    lines->addLayout(row);
    lines->addStretch(3);
    return scroll;
}

QWidget *StartPage::makeColumn(QWidget *parent)
{
    auto *column = new QWidget(parent);
    column->setFixedWidth(kColumnWidth);
    auto *open = new look::Button(tr("Open"), {}, look::Button::Kind::Primary, column);
    m_entry->setPlaceholderText(tr("owner/name, a link, or words to search for"));
    m_entry->setAccessibleName(tr("Repository or link"));
    connect(open, &QPushButton::clicked, this, &StartPage::enter);
    connect(m_entry, &QLineEdit::returnPressed, this, &StartPage::enter);

    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(look::kLarge, look::kLarge, look::kLarge, look::kLarge);
    lines->setSpacing(look::kSmall);
    lines->addWidget(inset(makeMark(column), column));
    lines->addSpacing(look::kSmall);
    auto *welcome = new look::Label(tr("Welcome to Hubdeck"), look::Type::Display, column);
    lines->addWidget(inset(welcome->wrapped(), column));
    auto *hint = new look::Label(tr("Open a repository by its name or its link, or search the Hub."), look::Type::Body,
                                 column);
    lines->addWidget(inset(hint->subtle()->wrapped(), column));
    lines->addSpacing(look::kSmall);
    auto *entry = new QHBoxLayout;
    entry->setContentsMargins(look::kSmall, 0, look::kSmall, 0);
    entry->setSpacing(look::kSmall);
    entry->addWidget(m_entry, 1);
    entry->addWidget(open);
    lines->addLayout(entry);
    look::setPlainTip(m_signIn, tr("Sign in to see private and gated repositories."));
    lines->addWidget(m_signIn, 0, Qt::AlignLeading);
    connect(m_signIn, &QPushButton::clicked, this, &StartPage::signInAsked);
    for (const auto &[head, list] : {std::pair(m_recentHead, m_recent), std::pair(m_examplesHead, m_examples)}) {
        list->setSpacing(0);
        lines->addSpacing(look::kSmall);
        lines->addWidget(inset(head, column));
        lines->addLayout(list);
    }
    lines->addSpacing(look::kLarge);
    auto *imprint = new look::Label(tr("Unofficial; not affiliated with Hugging Face."), look::Type::Small, column);
    lines->addWidget(inset(imprint->subtle()->wrapped(), column));
    return column;
}

void StartPage::enter()
{
    const QString text = m_entry->text().trimmed();
    if (isSearch(text))
        Q_EMIT placeAsked(discoverPlace(RepoType::Model, {.search = text}));
    else if (!text.isEmpty())
        Q_EMIT locationEntered(text);
}

void StartPage::setSignedIn(bool isSignedIn)
{
    m_signIn->setVisible(!isSignedIn);
}

void StartPage::setExamples(const QStringList &locations)
{
    fill(m_examplesHead, m_examples, locations);
}

void StartPage::reload()
{
    QStringList recent;
    for (const QString &text : m_settings->recentLocations()) {
        const QString shown = withoutMain(text);
        if (!recent.contains(shown) && recent.size() < kMostRecent)
            recent << shown;
    }
    fill(m_recentHead, m_recent, recent);
}

void StartPage::fill(look::Label *head, QVBoxLayout *list, const QStringList &locations)
{
    empty(list);
    head->setVisible(!locations.isEmpty());
    const int room = kColumnWidth - 2 * look::kLarge - 2 * look::kSmall - look::kIcon - look::kSmall;
    for (const QString &text : locations) {
        const Result<Location> location = core::parseLocation(text, QUrl());
        const RepoType type = location ? location->repo.type : RepoType::Model;
        const QString shown = fontMetrics().elidedText(core::visible(text), Qt::ElideMiddle, room);
        auto *button = new look::Button(QString(shown).replace(u'&', u"&&"_s), models::repoIconOf(type),
                                        look::Button::Kind::Flat, this);
        button->setAccessibleName(core::visible(text));
        if (shown != text)
            look::setPlainTip(button, text);
        list->addWidget(button, 0, Qt::AlignLeading);
        connect(button, &QPushButton::clicked, this, [this, text] { Q_EMIT locationEntered(text); });
    }
}

QString StartPage::icon() const
{
    return u"globe"_s;
}

QStringList StartPage::crumbs() const
{
    return {tr("Start")};
}

void StartPage::focusContent()
{
    m_entry->setFocus(Qt::OtherFocusReason);
}
