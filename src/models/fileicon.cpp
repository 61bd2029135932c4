// SPDX-License-Identifier: Apache-2.0
#include "models/fileicon.h"

#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

QHash<QString, QString> iconsBySuffix()
{
    QHash<QString, QString> icons;
    const auto add = [&icons](const QString &icon, const QString &suffixes) {
        for (const QString &suffix : suffixes.split(u' '))
            icons[suffix] = icon;
    };
    add(u"braces"_s, u"json jsonl ndjson yaml yml toml xml"_s);
    add(u"weights"_s, u"safetensors gguf ggml bin h5 keras onnx onnx_data msgpack pt pth ckpt tflite npz"_s);
    add(u"archive"_s, u"zip gz tar tgz bz2 xz zst 7z rar"_s);
    add(u"table"_s, u"csv tsv parquet arrow feather"_s);
    add(u"image"_s, u"png jpg jpeg gif webp svg bmp tif tiff ico avif"_s);
    add(u"text"_s,
        u"txt md rst py ipynb sh cfg ini log tex html css js ts cpp h c rs go java gitattributes gitignore"_s);
    return icons;
}

}  // namespace

QString models::fileIconOf(const QString &name)
{
    static const QHash<QString, QString> icons = iconsBySuffix();
    static const QStringList textNames{u"license"_s, u"licence"_s,  u"readme"_s,
                                       u"notice"_s,  u"makefile"_s, u"dockerfile"_s};
    if (textNames.contains(name, Qt::CaseInsensitive))
        return u"text"_s;
    return name.contains(u'.') ? icons.value(name.section(u'.', -1).toLower(), u"file"_s) : u"file"_s;
}

QString models::repoIconOf(RepoType type)
{
    switch (type) {
    case RepoType::Model: break;
    case RepoType::Dataset: return u"dataset"_s;
    case RepoType::Space: return u"space"_s;
    }
    return u"model"_s;
}
