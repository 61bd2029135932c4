// SPDX-License-Identifier: Apache-2.0
#include "cli/urlcommand.h"

#include "hub/filemetadata.h"
#include "hub/url.h"

using namespace Qt::Literals::StringLiterals;

void UrlCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"repo"_s, tr("A repository and a file in it."), u"REPO/FILE"_s);
    parser.addOption({u"revision"_s, tr("A branch, a tag, a commit or refs/pr/N."), u"R"_s});
}

QString UrlCommand::take(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return tr("Name one repository and a file in it.");
    const Result<Location> location = locationOf(parser, parser.positionalArguments().constFirst());
    if (!location)
        return location.error().message;
    m_location = *location;
    return m_location.path.isEmpty() ? tr("Name a file in the repository, too.") : QString();
}

void UrlCommand::start()
{
    const QUrl url = hub::url(engine()->options().endpoint,
                              hub::resolveSegments(m_location.repo, m_location.revision, m_location.path));
    if (!url.isValid())
        return fail({Error::Kind::Refused, tr("This path cannot be a file of the Hub."), {}});
    terminal()->line(QString::fromLatin1(url.toEncoded()));
    Q_EMIT finished(cli::Done);
}
