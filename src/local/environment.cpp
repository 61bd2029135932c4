// SPDX-License-Identifier: Apache-2.0
#include "local/environment.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

// On Windows "~" is %USERPROFILE%, and "%NAME%" is expanded, too; the cache is in ~/.cache there as everywhere.

namespace {

/// Reads variables by their rules, and remembers which of them counted.
class Reader
{
public:
    explicit Reader(const QProcessEnvironment &variables) : m_variables(variables) {}

    /// The first of \a names that is set, empty ones not being so.
    QString first(std::initializer_list<QLatin1StringView> names)
    {
        for (const QLatin1StringView name : names) {
            const QString value = m_variables.value(name);
            if (value.isEmpty())
                continue;
            m_counted << name;
            return value;
        }
        return {};
    }

    /// A folder or file: "~" first, then variables, then made absolute.
    QString path(std::initializer_list<QLatin1StringView> names, const QString &otherwise)
    {
        const QString value = first(names);
        const QString path = withVariables(withHome(value.isEmpty() ? otherwise : value));
        const QString absolute = QDir::current().absoluteFilePath(path);
        return absolute.size() > 1 && absolute.endsWith(u'/') ? absolute.chopped(1) : absolute;
    }

    bool isTrue(std::initializer_list<QLatin1StringView> names)
    {
        static const QStringList words{u"1"_s, u"ON"_s, u"YES"_s, u"TRUE"_s};
        return words.contains(first(names).toUpper());
    }

    const QStringList &counted() const { return m_counted; }

private:
    QString withHome(const QString &path) const
    {
        if (!path.startsWith(u'~'))
            return path;
        const QString user = path.section(u'/', 0, 0).mid(1);
        QString home = user.isEmpty() ? m_variables.value(u"HOME"_s) : QString();
        if (home.isEmpty()) {
            const passwd *entry = user.isEmpty() ? ::getpwuid(::getuid()) : ::getpwnam(user.toUtf8().constData());
            if (!entry)
                return path;
            home = QFile::decodeName(entry->pw_dir);
        }
        while (home.endsWith(u'/'))
            home.chop(1);
        const QString whole = home + path.mid(1 + user.size());
        return whole.isEmpty() ? u"/"_s : whole;
    }

    /// "$NAME" and "${NAME}"; what is not set stays as it is written.
    QString withVariables(const QString &path) const
    {
        static const QRegularExpression variable(u"\\$(?:([A-Za-z0-9_]+)|\\{([^}]*)\\})"_s);
        QString whole;
        qsizetype end = 0;
        for (auto match = variable.globalMatch(path); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const QString name = found.captured(found.hasCaptured(1) ? 1 : 2);
            whole += QStringView(path).mid(end, found.capturedStart() - end);
            whole += m_variables.contains(name) ? m_variables.value(name) : found.captured();
            end = found.capturedEnd();
        }
        return whole + path.mid(end);
    }

    const QProcessEnvironment &m_variables;
    QStringList m_counted;
};

}  // namespace

Environment Environment::of(const QProcessEnvironment &variables)
{
    Reader read(variables);
    Environment it;
    const QString endpoint = read.first({"HF_ENDPOINT"_L1});
    it.endpointIsSet = !endpoint.isEmpty();
    it.endpoint = endpointOf(it.endpointIsSet ? endpoint : u"https://huggingface.co"_s);

    if (variables.value(u"HF_HOME"_s).isEmpty()) {
        // Inside of its Flatpak the cache folder of that name is its own. Whoever shares the Hub's cache reads the user's.
        const bool isInFlatpak = variables.value(u"FLATPAK_ID"_s) == "org.hubdeck.Hubdeck"_L1;
        const QString caches = read.first({isInFlatpak ? "HOST_XDG_CACHE_HOME"_L1 : "XDG_CACHE_HOME"_L1});
        it.home = read.path({}, (caches.isEmpty() ? u"~/.cache"_s : caches) + "/huggingface"_L1);
    } else {
        it.home = read.path({"HF_HOME"_L1}, {});
    }
    it.cache = read.path({"HF_HUB_CACHE"_L1, "HUGGINGFACE_HUB_CACHE"_L1}, it.home + "/hub"_L1);
    it.tokenPath = read.path({"HF_TOKEN_PATH"_L1}, it.home + "/token"_L1);
    it.caFile = read.first({"REQUESTS_CA_BUNDLE"_L1, "CURL_CA_BUNDLE"_L1, "SSL_CERT_FILE"_L1});
    it.clientId = read.first({"HF_DEVICE_CODE_OAUTH_CLIENT_ID"_L1});
    it.isOffline = read.isTrue({"HF_HUB_OFFLINE"_L1, "TRANSFORMERS_OFFLINE"_L1});
    it.noSymlinks = read.isTrue({"HF_HUB_DISABLE_SYMLINKS"_L1});
    it.noImplicitToken = read.isTrue({"HF_HUB_DISABLE_IMPLICIT_TOKEN"_L1});
    it.overriding = read.counted();
    return it;
}

QUrl Environment::endpointOf(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    QUrl url(text, QUrl::StrictMode);
    if ((url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return {};
    url.setUserInfo({});  // Qt would sign in with it.
    url.setQuery(QString());
    url.setFragment({});
    return url;
}

bool Environment::setsCache() const
{
    return overriding.contains("HF_HUB_CACHE"_L1) || overriding.contains("HUGGINGFACE_HUB_CACHE"_L1)
        || overriding.contains("HF_HOME"_L1);
}
