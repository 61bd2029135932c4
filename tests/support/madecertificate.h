// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <stdexcept>

/// A certificate made by openssl and signed by nobody but itself: whoever has its file may trust it.
struct MadeCertificate {
    QString pem;
    QString key;

    /// \a names as openssl takes them: "IP:127.0.0.1,DNS:localhost". The files' names begin with \a path.
    static MadeCertificate make(const QString &path, const QString &names)
    {
        const MadeCertificate made{path + QStringLiteral(".pem"), path + QStringLiteral(".key")};
        const QString words = QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2");
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      words.split(u' ') << QStringLiteral("-subj") << QStringLiteral("/CN=made up")
                                        << QStringLiteral("-addext") << QStringLiteral("subjectAltName=") + names
                                        << QStringLiteral("-keyout") << made.key << QStringLiteral("-out") << made.pem);
        if (!openssl.waitForFinished(60'000) || openssl.exitCode() != 0)
            throw std::runtime_error(openssl.readAllStandardError().toStdString());
        return made;
    }

    QSslConfiguration forServer() const
    {
        QFile file(key);
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("no key");
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate::fromPath(pem).constFirst());
        tls.setPrivateKey(QSslKey(&file, QSsl::Rsa));
        return tls;
    }
};
