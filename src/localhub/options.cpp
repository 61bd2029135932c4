// SPDX-License-Identifier: Apache-2.0
#include "localhub/options.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

Error refused(const QString &message)
{
    return {Error::Kind::Refused, message};
}

Result<quint16> portOf(const QString &text)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber ? Result<quint16>(port) : refused(u"“%1” is no port."_s.arg(text));
}

/// "TYPE/OWNER/NAME=FOLDER"
Result<Options::Folder> folderOf(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QList<QByteArray> parts = text.first(qMax(equals, 0)).toUtf8().split('/');
    const auto type = repoTypeOf(parts.first());
    if (!type || parts.size() != 3)
        return refused(u"“%1” is not TYPE/OWNER/NAME=FOLDER, TYPE being models, datasets or spaces."_s.arg(text));
    const RepoName name{*type, parts[1], parts[2]};
    if (!name.isValid())
        return refused(u"“%1” is no name for a repository."_s.arg(QString::fromUtf8(name.id())));
    return Options::Folder{name, text.sliced(equals + 1)};
}

/// The parser's own options: their names are what scripts rely on.
void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"A small Hugging Face Hub for this computer alone."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"data"_s, u"Keep everything in <dir>."_s, u"dir"_s},
         {u"port"_s, u"Serve on <port>; without it on a free one."_s, u"port"_s, u"0"_s},
         {u"cdn-port"_s, u"Serve the bytes of large files on <port>."_s, u"port"_s, u"0"_s},
         {u"seed"_s, u"Begin with made content: \"demo\"."_s, u"name"_s},
         {u"put"_s, u"Have a folder as a repository: TYPE/OWNER/NAME=FOLDER."_s, u"repository=folder"_s},
         {u"user"_s, u"Let somebody sign in: NAME:TOKEN[:write|read[:ORG,ORG…]]."_s, u"user"_s},
         {u"end-with-stdin"_s, u"End when the standard input is closed."_s},
         {u"faults"_s,
          u"Let POST /.localhub/faults have answers go wrong; GET /.localhub/log says what was asked."_s}});
}

std::optional<Error> readLists(const QCommandLineParser &parser, Options &options)
{
    for (const QString &text : parser.values(u"put"_s)) {
        const Result<Options::Folder> folder = folderOf(text);
        if (!folder)
            return folder.error();
        options.folders += *folder;
    }
    for (const QString &text : parser.values(u"user"_s)) {
        const auto user = User::parse(text.toUtf8());
        if (!user)  // It is not repeated: it may hold a token.
            return refused(u"A --user is not NAME:TOKEN[:write|read[:ORG,ORG…]]."_s);
        options.server.users.push_back(*user);
    }
    return {};
}

}  // namespace

Result<Options> parsedOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(arguments);
    if (parser.value(u"data"_s).isEmpty())
        return refused(u"--data DIR is needed: where everything is kept."_s);
    if (!parser.positionalArguments().isEmpty())
        return refused(u"“%1” is not understood; see --help."_s.arg(parser.positionalArguments().first()));

    Options options{.directory = parser.value(u"data"_s),
                    .server = {.logs = true, .faults = parser.isSet(u"faults"_s)},
                    .seed = parser.value(u"seed"_s),
                    .endsWithStdin = parser.isSet(u"end-with-stdin"_s)};
    const Result<quint16> port = portOf(parser.value(u"port"_s));
    const Result<quint16> cdnPort = portOf(parser.value(u"cdn-port"_s));
    if (!port || !cdnPort)
        return port ? cdnPort.error() : port.error();
    options.server.port = *port;
    options.server.cdnPort = *cdnPort;
    if (!options.seed.isEmpty() && options.seed != "demo"_L1)
        return refused(u"There is no seed “%1”; there is \"demo\"."_s.arg(options.seed));
    if (auto error = readLists(parser, options))
        return *error;
    return options;
}

}  // namespace localhub
