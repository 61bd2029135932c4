// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

/// What the command line of `hubdeck` asks for.
struct Options {
    QStringList links;  ///< Whatever core::parseLocation() reads.
    bool demo = false;
    QString tour;  ///< The folder for the pictures; empty: no tour.

    /// Ends the program by itself after --help and --version, and with 2 where the words are off.
    static Options parse(const QStringList &arguments);
};
