// SPDX-License-Identifier: Apache-2.0
#include "localhub/git/uploadpack.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static constexpr int kSilence = 60000;  // Milliseconds; git counts objects without a word.

std::optional<QByteArray> UploadPack::advertisement() const
{
    // Only the older protocol names the service first.
    QByteArray refs
        = m_protocol.contains("version=2") ? QByteArray() : QByteArray("001e# service=git-upload-pack\n0000");
    const bool whole = run({u"--advertise-refs"_s}, {}, [&](QByteArrayView part) {
        refs += part;
        return true;
    });
    return whole ? std::optional(refs) : std::nullopt;
}

bool UploadPack::answer(const QByteArray &request, const TakeBytes &take) const
{
    return run({}, request, take);
}

bool UploadPack::run(const QStringList &arguments, const QByteArray &input, const TakeBytes &take) const
{
    QProcess git;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_PROTOCOL"_s, QString::fromLatin1(m_protocol));
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);  // What somebody set up for working is not for serving.
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, QProcess::nullDevice());
    git.setProcessEnvironment(environment);
    git.setStandardErrorFile(QProcess::nullDevice());
    git.start(u"git"_s,
              QStringList{u"-c"_s, u"safe.directory=*"_s, u"-c"_s, u"uploadpack.allowFilter=true"_s, u"-c"_s,
                          u"uploadpack.allowAnySHA1InWant=true"_s, u"upload-pack"_s, u"--stateless-rpc"_s,
                          u"--strict"_s}
                  + arguments + QStringList{m_repository});
    if (!git.waitForStarted())
        return false;
    git.write(input);
    git.closeWriteChannel();
    while (git.waitForReadyRead(kSilence)) {
        if (!take(git.readAllStandardOutput())) {
            git.kill();
            git.waitForFinished();
            return false;
        }
    }
    if (git.state() != QProcess::NotRunning && !git.waitForFinished(kSilence)) {
        git.kill();
        git.waitForFinished();
    }
    const QByteArray rest = git.readAllStandardOutput();
    return git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0 && (rest.isEmpty() || take(rest));
}

}  // namespace localhub
