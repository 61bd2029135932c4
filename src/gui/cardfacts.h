// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace gui {

/// A line above a card: what it is about, and what its author says of it. Plain text, fit to be shown.
struct CardFact {
    QString name;
    QString value;
};

/// The main fields of a card's front matter, those that are there.
QList<CardFact> cardFacts(const QString &yaml);

}  // namespace gui
