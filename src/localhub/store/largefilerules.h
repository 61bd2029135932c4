// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace localhub {

/// Which paths a .gitattributes calls large files ("filter=lfs").
class LargeFileRules
{
public:
    explicit LargeFileRules(const QByteArray &gitattributes);

    bool covers(const QByteArray &path) const;

private:
    struct Rule {
        QByteArray pattern;
        bool isLarge;
    };

    std::vector<Rule> m_rules;
};

/// The line of .gitattributes that makes just \a path a large file.
QByteArray largeFileLine(const QByteArray &path);

/// The .gitattributes that the Hub gives a new repository: which kinds of files are large files.
QByteArray defaultGitattributes();

}  // namespace localhub
