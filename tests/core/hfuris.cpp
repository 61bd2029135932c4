// SPDX-License-Identifier: Apache-2.0
// hfuris: answers a list in JSON from stdin by another. For ["dataset", "owner/name", "revision", "path"] the link as
// Hubdeck writes it, for a link such a list as Hubdeck reads it, null where it does not.
#include "core/location.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

static const QStringList kTypes{u"model"_s, u"dataset"_s, u"space"_s};

static QJsonValue answerTo(const QJsonValue &asked)
{
    if (asked.isArray()) {
        const RepoId repo{RepoType(kTypes.indexOf(asked[0].toString())), asked[1].toString()};
        return core::hfUri({repo, asked[2].toString(), asked[3].toString()});
    }
    const auto read = core::parseLocation(asked.toString(), QUrl());
    if (!read)
        return QJsonValue::Null;
    return QJsonArray{kTypes[int(read->repo.type)], read->repo.name, read->revision, read->path};
}

int main()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    QJsonArray answers;
    for (const QJsonValue asked : QJsonDocument::fromJson(in.readAll()).array())
        answers.append(answerTo(asked));
    std::puts(QJsonDocument(answers).toJson(QJsonDocument::Compact).constData());
    return 0;
}
