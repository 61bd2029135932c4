// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/largefilerules.h"

#include <QByteArrayList>

#include <fnmatch.h>

#include <algorithm>

namespace localhub {

namespace {

/// The pattern that a line begins with: bare, or quoted as in C where it has a space.
QByteArray patternOf(const QByteArray &line, qsizetype &end)
{
    QByteArray pattern;
    if (!line.startsWith('"')) {
        end = 0;
        while (end < line.size() && line[end] != ' ' && line[end] != '\t')
            ++end;
        return line.first(end);
    }
    for (end = 1; end < line.size() && line[end] != '"'; ++end) {
        if (line[end] == '\\' && end + 1 < line.size())
            ++end;
        pattern += line[end];
    }
    ++end;
    return pattern;
}

bool matches(const QByteArray &pattern, const QByteArray &path)
{
    const bool anywhere = !pattern.contains('/');
    const QByteArray subject = anywhere ? path.sliced(path.lastIndexOf('/') + 1) : path;
    const QByteArray from = pattern.startsWith('/') ? pattern.sliced(1) : pattern;
    const int flags = from.contains("**") ? 0 : FNM_PATHNAME;
    return fnmatch(from.constData(), subject.constData(), flags) == 0;
}

}  // namespace

LargeFileRules::LargeFileRules(const QByteArray &gitattributes)
{
    for (const QByteArray &raw : gitattributes.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        qsizetype end = 0;
        const QByteArray pattern = patternOf(line, end);
        for (const QByteArray &attribute : line.mid(end).simplified().split(' ')) {
            if (attribute == "filter=lfs")
                m_rules.push_back({pattern, true});
            else if (attribute == "-filter" || attribute == "!filter" || attribute.startsWith("filter="))
                m_rules.push_back({pattern, false});
        }
    }
}

bool LargeFileRules::covers(const QByteArray &path) const
{
    // As in git, the last line that matches counts.
    const auto found = std::find_if(m_rules.crbegin(), m_rules.crend(),
                                    [&](const Rule &rule) { return matches(rule.pattern, path); });
    return found != m_rules.crend() && found->isLarge;
}

QByteArray largeFileLine(const QByteArray &path)
{
    QByteArray pattern;
    bool quoted = path.startsWith('#') || path.startsWith('!') || path.startsWith('"');
    for (const char c : path) {
        if (QByteArrayView("*?[\\").contains(c))
            pattern += '\\';
        quoted |= c == ' ' || c == '\\' || c == '"';
        pattern += c;
    }
    if (!path.contains('/'))
        pattern.prepend('/');  // Only this file, not each of its name.
    if (quoted)
        pattern = '"' + pattern.replace('\\', "\\\\").replace('"', "\\\"") + '"';
    return pattern + " filter=lfs diff=lfs merge=lfs -text\n";
}

QByteArray defaultGitattributes()
{
    static constexpr const char *kKinds[] = {
        "7z",  "arrow",       "bin", "bz2",    "ckpt", "ftz",  "gguf",    "gz", "h5",     "joblib", "model", "mlmodel",
        "mp4", "msgpack",     "npy", "npz",    "onnx", "ot",   "parquet", "pb", "pickle", "pkl",    "pt",    "pth",
        "rar", "safetensors", "tar", "tflite", "tgz",  "wasm", "wav",     "xz", "zip",    "zst"};
    QByteArray text;
    for (const char *kind : kKinds)
        text += QByteArray("*.") + kind + " filter=lfs diff=lfs merge=lfs -text\n";
    return text;
}

}  // namespace localhub
