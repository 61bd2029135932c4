// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/file.h"

#include <QList>

namespace localhub::seed {

class Random;

/// A made-up model of one of the usual kinds, with card, configuration and at times a few weights.
class SmallModel
{
public:
    /// Each \a number below 500 has a name of its own.
    SmallModel(int number, Random &random);

    /// As after the slash of "owner/name".
    const QByteArray &name() const { return m_name; }
    QList<File> files(Random &random) const;

private:
    QByteArray card(Random &random) const;
    QByteArray config() const;

    int m_kind;
    int m_number;
    QByteArray m_name;
};

}  // namespace localhub::seed
