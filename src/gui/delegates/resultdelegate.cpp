// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/resultdelegate.h"

#include "core/texts.h"
#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"
#include "gui/theme/monogram.h"
#include "gui/theme/type.h"
#include "models/itemroles.h"
#include "models/repomodel.h"

#include <QListView>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kTile = 36;
constexpr int kFactIcon = 14;
constexpr int kEnoughForFigures = 560;  // Width of a line.
constexpr int kEnoughForAbout = 860;

/// "owner/", or nothing for the few names that have none.
QString ownerText(const QModelIndex &index)
{
    const QString owner = index.data(RepoModel::OwnerRole).toString();
    return owner.isEmpty() ? QString() : owner + u'/';
}

/// Of the columns at the end of a line: the same in each, so that they stand below each other.
struct FigureWidths {
    int count;
    int when;
};

FigureWidths figureWidths(const QFontMetrics &small)
{
    const auto widthOf = [&small](qint64 count) { return small.horizontalAdvance(core::countText(count)); };
    const int count = qMax(widthOf(88'800), widthOf(888'000'000));  // Of the units, one may have the longer word.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const int when = small.horizontalAdvance(core::whenText(now.addDays(-330), now) + u"  "_s);
    return {count + kIcon + kSmall, when};
}

/// Of what a line says of its repository, where \a room is what the figures leave.
int aboutWidth(int room)
{
    return room * 2 / 5;
}

int badgesWidth(const QFont &font, const QList<Badge> &badges)
{
    int width = 0;
    for (const Badge &badge : badges)
        width += badgeSize(font, badge).width() + kSmall;
    return width;
}

}

/// As much as a card has around it, or a row of any list.
QRect ResultDelegate::placeOf(const QRect &cell) const
{
    return m_isLines ? cell.adjusted(kTight, 1, -kTight, -1) : cell.adjusted(kTight, kTight, -kTight, -kTight);
}

int ResultDelegate::cardHeight(const QFontMetrics &metrics)
{
    return qMax(3 * metrics.height() + 2 * kTight, kTile) + 2 * kMedium + kSmall;
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    return list && list->gridSize().isValid() ? list->gridSize() : QSize(320, cardHeight(option.fontMetrics));
}

QList<Badge> ResultDelegate::badgesOf(const QModelIndex &index)
{
    QList<Badge> badges;
    if (index.data(RepoModel::PrivateRole).toBool())
        badges << Badge{tr("Private"), u"eye"_s, Tone::Neutral, true};
    if (index.data(RepoModel::GatedRole).toBool())
        badges << Badge{tr("Gated"), u"lock"_s, Tone::Warning, true};
    return badges;
}

QList<Badge> ResultDelegate::factsOf(const QModelIndex &index)
{
    QList<Badge> facts;
    if (const qint64 downloads = figureOf(index, RepoModel::DownloadsRole); downloads >= 0)
        facts << Badge{core::countText(downloads), u"download"_s};
    if (const qint64 likes = figureOf(index, RepoModel::LikesRole); likes >= 0)
        facts << Badge{core::countText(likes), u"heart"_s};
    if (const QDateTime changed = index.data(RepoModel::ModifiedRole).toDateTime(); changed.isValid())
        facts << Badge{core::whenText(changed, QDateTime::currentDateTimeUtc()), u"clock"_s};
    return facts;
}

QStringList ResultDelegate::cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    const int width = placeOf(cell.rect).width();
    int room = width - 3 * kMedium - kTile;
    int noteRoom = room;
    if (m_isLines) {
        const FigureWidths widths = figureWidths(QFontMetrics(fontOf(Type::Small, cell.font)));
        room = width - 2 * kSmall - (width >= kEnoughForFigures ? widths.when + 2 * widths.count + 3 * kMedium : 0);
        noteRoom = width >= kEnoughForAbout ? aboutWidth(room) : 0;
        room -= noteRoom > 0 ? noteRoom + kMedium : 0;
    }
    const QFontMetrics strong(fontOf(Type::Strong, cell.font));
    const int id = QFontMetrics(cell.font).horizontalAdvance(ownerText(index))
        + strong.horizontalAdvance(index.data(RepoModel::NameRole).toString());
    const QString note = index.data(models::NoteRole).toString();
    QStringList cut;
    if (id > room - badgesWidth(cell.font, badgesOf(index)))
        cut << index.data().toString();
    if (isCut(note, m_isLines ? fontOf(Type::Small, cell.font) : cell.font, noteRoom))
        cut << note;
    return cut;
}

void ResultDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &item, bool hasFocus) const
{
    const QRect card = placeOf(item.rect);
    const int radius = m_isLines ? kRadius : kCardRadius;
    const Roles &roles = currentRoles();
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const bool isHovered = item.state.testFlag(QStyle::State_MouseOver);
    // The view's own Highlight: the tint while it has the keyboard, else grey.
    const QColor tint = item.palette.color(QPalette::Active, QPalette::Highlight);
    const QColor idle = item.palette.color(QPalette::Inactive, QPalette::Highlight);
    const QColor selected = item.widget && item.widget->hasFocus() ? tint : idle;
    fillRounded(painter, card, radius, isSelected ? selected : isHovered ? roles.hover : roles.content);
    const bool isRinged = hasFocus && item.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (isRinged)
        drawFocusRing(painter, card, radius, roles);
    else if (!m_isLines)
        strokeRounded(painter, card, kCardRadius, hasFocus ? roles.accent : isHovered ? roles.outline : roles.hairline);
}

void ResultDelegate::paintTile(QPainter *painter, const QRect &tile, const QModelIndex &index)
{
    const QString owner = index.data(RepoModel::OwnerRole).toString();
    drawMonogram(painter, tile, kRadius, owner.isEmpty() ? index.data().toString() : owner);
}

void ResultDelegate::paintHead(QPainter *painter, Line line, const QFont &font, const QModelIndex &index)
{
    const Roles &roles = currentRoles();
    // Badges first, from the far end: what is left is the name's.
    for (const Badge &badge : badgesOf(index))
        drawBadge(painter, line.trailing(badgeSize(font, badge).width(), kSmall), font, badge, roles, line.direction());

    // "owner/name" is one identifier: it stands at the leading edge, but reads from left to right everywhere.
    const QFontMetrics metrics(font);
    const QFontMetrics strong(fontOf(Type::Strong, font));
    const QString name = index.data(RepoModel::NameRole).toString();
    const QString owner = metrics.elidedText(ownerText(index), Qt::ElideRight, line.width() / 2);
    const int ownerWidth = metrics.horizontalAdvance(owner);
    Line id(line.leading(qMin(line.width(), ownerWidth + strong.horizontalAdvance(name) + 2)), Qt::LeftToRight);
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->setFont(font);
    drawText(painter, id.leading(ownerWidth + 1, -1), owner, roles.subtle, Qt::ElideRight,
             Qt::AlignLeft | Qt::AlignAbsolute);
    painter->setFont(fontOf(Type::Strong, font));
    drawText(painter, id.rest(), name, roles.text, Qt::ElideMiddle, Qt::AlignLeft | Qt::AlignAbsolute);
    painter->setLayoutDirection(line.direction());
}

void ResultDelegate::paintFacts(QPainter *painter, Line line, const QFont &font, const QModelIndex &index)
{
    const Roles &roles = currentRoles();
    painter->setFont(fontOf(Type::Small, font));
    for (const Badge &fact : factsOf(index)) {
        const int width = painter->fontMetrics().horizontalAdvance(fact.text) + 1;
        if (kFactIcon + kTight + width > line.width())
            return;  // Facts come in order of weight: what does not fit is left out whole.
        drawLineIcon(painter, fact.icon, line.leading(kFactIcon, kTight + 1), roles.faint);
        drawText(painter, line.leading(width, kLarge), fact.text, roles.subtle);
    }
}

/// Each below the one of the line above: what is not known leaves its place empty.
void ResultDelegate::paintFigures(QPainter *painter, Line &line, const QFont &font, const QModelIndex &index)
{
    const Roles &roles = currentRoles();
    painter->setFont(fontOf(Type::Small, font));
    const FigureWidths widths = figureWidths(painter->fontMetrics());
    const QDateTime changed = index.data(RepoModel::ModifiedRole).toDateTime();
    const QString when = changed.isValid() ? core::whenText(changed, QDateTime::currentDateTimeUtc()) : QString();
    drawText(painter, line.trailing(widths.when, kMedium), when, roles.subtle, Qt::ElideRight,
             Qt::AlignTrailing | Qt::AlignVCenter);
    for (const auto &[role, icon] :
         {std::pair(RepoModel::LikesRole, u"heart"_s), {RepoModel::DownloadsRole, u"download"_s}}) {
        Line cell(line.trailing(widths.count, kMedium), line.direction());
        const qint64 count = figureOf(index, role);
        if (count < 0)
            continue;
        drawLineIcon(painter, icon, cell.leading(kFactIcon, kTight), roles.faint);
        drawText(painter, cell.rest(), core::countText(count), roles.subtle);
    }
}

void ResultDelegate::paintLine(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    const QRect ground = placeOf(item.rect);
    Line line(ground.adjusted(kSmall, 0, -kSmall, 0), item.direction);
    if (ground.width() >= kEnoughForFigures)
        paintFigures(painter, line, item.font, index);
    if (ground.width() >= kEnoughForAbout) {
        painter->setFont(fontOf(Type::Small, item.font));
        drawText(painter, line.trailing(aboutWidth(line.width()), kMedium), index.data(models::NoteRole).toString(),
                 currentRoles().subtle);
    }
    paintHead(painter, line, item.font, index);
}

void ResultDelegate::paintCard(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    const QRect inner = placeOf(item.rect).adjusted(kMedium, kMedium, -kMedium, -kMedium);
    const int height = item.fontMetrics.height();
    const auto lineAt = [&](int top) {
        Line line(QRect(inner.left(), top, inner.width(), height), item.direction);
        line.leading(kTile, kMedium);
        return line;
    };
    Line tile(QRect(inner.left(), inner.top(), inner.width(), kTile), item.direction);
    paintTile(painter, tile.leading(kTile), index);
    painter->setFont(item.font);
    paintHead(painter, lineAt(inner.top() - 1), item.font, index);
    painter->setFont(item.font);
    drawText(painter, lineAt(inner.top() + height + kTight - 1).rest(), index.data(models::NoteRole).toString(),
             currentRoles().subtle);
    paintFacts(painter, lineAt(inner.bottom() - height + 2), item.font, index);
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    painter->save();
    painter->setLayoutDirection(item.direction);
    painter->setFont(item.font);
    paintGround(painter, item, option.state.testFlag(QStyle::State_HasFocus));
    if (m_isLines)
        paintLine(painter, item, index);
    else
        paintCard(painter, item, index);
    painter->restore();
}

}
