// SPDX-License-Identifier: Apache-2.0
#include "core/location.h"

#include "core/hubhost.h"
#include "core/safename.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Place {
    Q_DECLARE_TR_FUNCTIONS(core::Location)
};

constexpr int kLongestText = 8192;

Error refused(const QString &message)
{
    return {Error::Kind::Refused, message};
}

Error noRepository()
{
    return refused(Place::tr("This names no repository: write owner/name, or paste a link to one."));
}

QString decoded(const QString &segment)
{
    return QUrl::fromPercentEncoding(segment.toUtf8());
}

bool isTypeWord(const QString &word)
{
    return word == "models"_L1 || word == "datasets"_L1 || word == "spaces"_L1;
}

/// Takes the word for the kind of repository from the front of \a parts, where there is one.
RepoType takeType(QStringList &parts)
{
    if (parts.isEmpty() || !isTypeWord(parts.constFirst()))
        return RepoType::Model;
    const QString word = parts.takeFirst();
    return word == "datasets"_L1 ? RepoType::Dataset : word == "spaces"_L1 ? RepoType::Space : RepoType::Model;
}

/// Names that Hubs have for their own pages, and never for an owner.
bool isPageOfTheHub(const QString &word)
{
    static const QStringList words{
        u"api"_s,     u"blog"_s,          u"brand"_s,  u"buckets"_s,  u"chat"_s,          u"collections"_s,
        u"docs"_s,    u"enterprise"_s,    u"join"_s,   u"kernels"_s,  u"learn"_s,         u"login"_s,
        u"logout"_s,  u"new"_s,           u"oauth"_s,  u"papers"_s,   u"organizations"_s, u"posts"_s,
        u"pricing"_s, u"notifications"_s, u"search"_s, u"settings"_s, u"storage"_s,       u"tasks"_s,
    };
    return words.contains(word);
}

/// Words of web pages that a revision follows.
bool isRevisionWord(const QString &word)
{
    static const QStringList words{u"tree"_s, u"blob"_s,    u"resolve"_s, u"raw"_s,
                                   u"edit"_s, u"commits"_s, u"commit"_s,  u"blame"_s};
    return words.contains(word);
}

/// Whether \a parts begin with one of the Hub's own refs, whose slashes are often not encoded.
bool beginsWithHubRef(const QStringList &parts)
{
    static const QRegularExpression number(u"\\A\\d+\\z"_s);
    static const QRegularExpression word(u"\\A[\\w.-]+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
    return parts.size() >= 3 && parts[0] == "refs"_L1
        && ((parts[1] == "pr"_L1 && number.match(parts[2]).hasMatch())
            || (parts[1] == "convert"_L1 && word.match(parts[2]).hasMatch()));
}

QString takeRevision(QStringList &parts)
{
    if (parts.isEmpty())
        return {};
    if (!beginsWithHubRef(parts))
        return decoded(parts.takeFirst());
    const QString revision = parts.mid(0, 3).join(u'/');
    parts.remove(0, 3);
    return revision;
}

Result<Location> checked(const Location &location)
{
    const QString &path = location.path;
    const auto parts = QStringView(path).split(u'/');
    const auto climbs = [](QStringView part) { return part == u"." || part == u".."; };
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (!core::isRepoName(location.repo.name))
        return noRepository();
    if (!location.revision.isEmpty() && !core::isRevision(location.revision))
        return refused(Place::tr("No branch, tag or commit can have this name."));
    if (std::ranges::any_of(parts, climbs) || std::ranges::any_of(path, isControl) || !path.isValidUtf16())
        return refused(Place::tr("No file of a repository can have this path."));
    return location;
}

/// "owner/name@revision/path", after the word for its kind.
Result<Location> parseShort(const QString &text)
{
    QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    const bool isBucket = !parts.isEmpty() && (parts[0] == "buckets"_L1 || parts[0] == "kernels"_L1);
    if (isBucket)
        return refused(Place::tr("Only models, datasets and Spaces can be opened."));
    Location location;
    location.repo.type = takeType(parts);
    if (parts.isEmpty())
        return noRepository();
    const bool hasOwner = !parts[0].contains(u'@') && parts.size() > 1;
    const qsizetype last = hasOwner ? 1 : 0;  // The part that may have "@revision" at its end.
    const QString lastPart = parts[last];
    const qsizetype at = lastPart.indexOf(u'@');
    location.repo.name = (hasOwner ? parts[0] + u'/' : QString()) + lastPart.left(at < 0 ? lastPart.size() : at);
    parts.remove(0, last + 1);
    if (at >= 0) {
        if (at + 1 == lastPart.size())
            return refused(Place::tr("The name of a revision must follow the “@”."));
        parts.prepend(lastPart.mid(at + 1));
        location.revision = takeRevision(parts);
    }
    location.path = parts.join(u'/');
    return checked(location);
}

/// The path of a web page, its segments still encoded: "datasets/owner/name/tree/feat%2Fx/a%20b".
Result<Location> parseWebPath(QStringList parts)
{
    if (!parts.isEmpty() && isPageOfTheHub(parts.constFirst()))
        return noRepository();
    Location location;
    location.repo.type = takeType(parts);
    if (parts.isEmpty())
        return noRepository();
    location.repo.name = decoded(parts.takeFirst());
    const bool hasOwner = !parts.isEmpty() && !(isRevisionWord(parts[0]) && parts.size() > 1);
    if (hasOwner)
        location.repo.name += u'/' + decoded(parts.takeFirst());
    if (location.repo.name.endsWith(".git"_L1))  // What "git clone" takes.
        location.repo.name.chop(4);
    if (!parts.isEmpty() && isRevisionWord(parts.takeFirst())) {
        location.revision = takeRevision(parts);
        location.path = decoded(parts.join(u'/')).split(u'/', Qt::SkipEmptyParts).join(u'/');
    }
    return checked(location);
}

/// -1 where it is the usual one of the scheme: a link may say http where the Hub has https.
int portOf(const QUrl &url)
{
    const int usual = url.scheme() == "http"_L1 ? 80 : 443;
    return url.port() == usual ? -1 : url.port();
}

Result<Location> parseWebAddress(const QString &text, const QUrl &endpoint)
{
    const QUrl url(text, QUrl::TolerantMode);
    QString path = url.path(QUrl::FullyEncoded);
    const QString base = endpoint.path(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    const bool isEndpoint = url.host() == endpoint.host() && portOf(url) == portOf(endpoint);
    if (!url.isValid() || !(isEndpoint || core::isHuggingFace(url.host())))
        return refused(Place::tr("This link leads to another site than the Hub."));
    if (isEndpoint && base.size() > 1 && (path == base || path.startsWith(base + u'/')))
        path.remove(0, base.size());
    return parseWebPath(path.split(u'/', Qt::SkipEmptyParts));
}

/// Whether \a text is a web address that lacks its scheme.
bool beginsWithHost(const QString &text, const QUrl &endpoint)
{
    const QString first = text.section(u'/', 0, 0).toLower();
    return core::isHuggingFace(first)
        || (first == endpoint.authority() && (first.contains(u'.') || first.contains(u':')));
}

/// Whether other programs take \a word at the beginning of a link for a kind, or for a kind that is misspelt.
bool looksLikeType(const QString &word)
{
    static const QStringList words{u"model"_s,  u"dataset"_s, u"space"_s,  u"kernel"_s,
                                   u"bucket"_s, u"kernels"_s, u"buckets"_s};
    return isTypeWord(word) || words.contains(word);
}

QString revisionText(const QString &revision)
{
    if (revision == "refs"_L1)  // With "pr/1" behind it, it would be read as a pull request.
        return u"%72efs"_s;
    const bool isHubRef = beginsWithHubRef(revision.split(u'/')) && revision.count(u'/') == 2;
    return isHubRef ? revision : QString::fromLatin1(QUrl::toPercentEncoding(revision));
}

}  // namespace

Result<Location> core::parseLocation(const QString &text, const QUrl &endpoint)
{
    static const QRegularExpression scheme(u"\\A([a-zA-Z][a-zA-Z0-9+.-]*)://"_s);
    const QString place = text.trimmed();
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (place.isEmpty() || place.size() > kLongestText || std::ranges::any_of(place, isControl))
        return noRepository();
    const QString word = scheme.match(place).captured(1).toLower();
    if (word == "hf"_L1)
        return parseShort(place.mid(5));
    if (word == "https"_L1 || word == "http"_L1)
        return parseWebAddress(place, endpoint);
    if (!word.isEmpty())
        return refused(Place::tr("This is no link to a repository."));
    if (beginsWithHost(place, endpoint))
        return parseWebAddress(u"https://"_s + place, endpoint);
    return parseShort(place);
}

QString core::locationText(const Location &location)
{
    const RepoId &repo = location.repo;
    const QString first = repo.name.section(u'/', 0, 0);
    // Such a name would be read as a word for a kind, or as a host.
    const bool isMistakable = looksLikeType(first) || first.contains(u'.');
    const bool isModel = repo.type == RepoType::Model;
    QString text = (isModel && isMistakable ? u"models/"_s : webPrefixOf(repo.type)) + repo.name;
    const bool needsRevision = !location.path.isEmpty() && repo.owner().isEmpty();
    if (!location.revision.isEmpty() || needsRevision)
        text += u'@' + revisionText(location.revision.isEmpty() ? u"main"_s : location.revision);
    return location.path.isEmpty() ? text : text + u'/' + location.path;
}

QString core::hfUri(const Location &location)
{
    return u"hf://"_s + locationText(location);
}
