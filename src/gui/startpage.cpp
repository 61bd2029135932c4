// SPDX-License-Identifier: Apache-2.0
#include "gui/startpage.h"

#include "core/location.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/bannerplace.h"
#include "gui/widgets/button.h"
#include "gui/widgets/label.h"
#include "local/settings.h"
#include "models/fileicon.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>

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
      m_recentHead(new look::Label(tr("Recent"), look::Type::Small, this)),
      m_recent(new QVBoxLayout),
      m_examplesHead(new look::Label(tr("On the demo Hub"), look::Type::Small, this)),
      m_examples(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_recentHead->subtle();
    m_examplesHead->subtle();

    // The column stands at two fifths of the free height, as all that is centred in this window.
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(m_banners);
    page->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(makeColumn());
    row->addStretch();
    page->addLayout(row);
    page->addStretch(3);
    setExamples({});
    reload();
}

QWidget *StartPage::makeColumn()
{
    auto *column = new QWidget(this);
    column->setFixedWidth(kColumnWidth);
    auto *open = new look::Button(tr("Open"), {}, look::Button::Kind::Primary, column);
    m_entry->setPlaceholderText(tr("owner/name, datasets/owner/name or a link"));
    m_entry->setAccessibleName(tr("Repository or link"));
    const auto enter = [this] {
        if (!m_entry->text().trimmed().isEmpty())
            Q_EMIT locationEntered(m_entry->text());
    };
    connect(open, &QPushButton::clicked, this, enter);
    connect(m_entry, &QLineEdit::returnPressed, this, enter);

    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(look::kLarge, look::kLarge, look::kLarge, look::kLarge);
    lines->setSpacing(look::kSmall);
    lines->addWidget(makeMark(column));
    lines->addSpacing(look::kSmall);
    lines->addWidget(new look::Label(tr("Welcome to Hubdeck"), look::Type::Display, column));
    lines->addWidget(
        (new look::Label(tr("Open a repository by its name or its link."), look::Type::Body, column))->subtle());
    lines->addSpacing(look::kSmall);
    auto *entry = new QHBoxLayout;
    entry->setSpacing(look::kSmall);
    entry->addWidget(m_entry, 1);
    entry->addWidget(open);
    lines->addLayout(entry);
    for (const auto &[head, list] : {std::pair(m_recentHead, m_recent), std::pair(m_examplesHead, m_examples)}) {
        list->setSpacing(0);
        lines->addSpacing(look::kSmall);
        lines->addWidget(head);
        lines->addLayout(list);
    }
    lines->addSpacing(look::kLarge);
    lines->addWidget(
        (new look::Label(tr("Unofficial; not affiliated with Hugging Face."), look::Type::Small, column))->subtle());
    return column;
}

void StartPage::setExamples(const QStringList &locations)
{
    fill(m_examplesHead, m_examples, locations);
}

void StartPage::reload()
{
    fill(m_recentHead, m_recent, m_settings->recentLocations().mid(0, kMostRecent));
}

void StartPage::fill(look::Label *head, QVBoxLayout *list, const QStringList &locations)
{
    empty(list);
    head->setVisible(!locations.isEmpty());
    for (const QString &text : locations) {
        const Result<Location> location = core::parseLocation(text, QUrl());
        const RepoType type = location ? location->repo.type : RepoType::Model;
        auto *button = new look::Button(QString(text).replace(u'&', u"&&"_s), models::repoIconOf(type),
                                        look::Button::Kind::Flat, this);
        button->setAccessibleName(text);
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
