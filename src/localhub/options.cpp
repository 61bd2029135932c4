// SPDX-License-Identifier: Apache-2.0
#include "localhub/options.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr double kLongestTime = 1e9;

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
         {u"token"_s,
          u"Give somebody a token: NAME:TOKEN:read|write|fine-grained, and after a semicolon each name=TEXT, "
          u"expires=DATE or +SECONDS; for a fine-grained one gated (may read gated repositories) and "
          u"PLACE=PERMISSION,… where PLACE is OWNER, TYPE/OWNER/NAME or global."_s,
          u"token"_s},
         {u"oauth-interval"_s, u"Let a device that signs in ask every <seconds>."_s, u"seconds"_s, u"5"_s},
         {u"oauth-code-lifetime"_s, u"Let the codes for that be good for <seconds>."_s, u"seconds"_s, u"900"_s},
         {u"oauth-token-lifetime"_s, u"Let the tokens from that be good for <seconds>."_s, u"seconds"_s, u"2592000"_s},
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
    for (const QString &text : parser.values(u"token"_s)) {
        const auto token = Token::parse(text.toUtf8());
        if (!token)
            return refused(u"A --token is not NAME:TOKEN:read|write|fine-grained[;…]; see --help."_s);
        options.server.tokens.push_back(*token);
    }
    return {};
}

std::optional<Error> readTimes(const QCommandLineParser &parser, OAuthOptions &oauth)
{
    const std::pair<const char *, std::chrono::milliseconds *> times[]
        = {{"oauth-interval", &oauth.interval},
           {"oauth-code-lifetime", &oauth.codeLifetime},
           {"oauth-token-lifetime", &oauth.tokenLifetime}};
    for (const auto &[name, time] : times) {
        const QString text = parser.value(QLatin1StringView(name));
        bool isNumber = false;
        const double seconds = text.toDouble(&isNumber);
        if (!isNumber || !(seconds >= 0 && seconds <= kLongestTime))
            return refused(u"“%1” is no number of seconds."_s.arg(text));
        *time = std::chrono::milliseconds(qRound64(seconds * 1000));
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
    if (auto error = readTimes(parser, options.server.oauth))
        return *error;
    return options;
}

}  // namespace localhub
