// SPDX-License-Identifier: Apache-2.0
#include "models/previewkind.h"

#include "models/fileicon.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;
using models::PreviewKind;

namespace {

struct Known {
    PreviewKind kind;
    const char *text;
    QLatin1StringView suffixes;
};

constexpr Known kKnown[] = {
    {PreviewKind::Json, QT_TRANSLATE_NOOP("models::PreviewKind", "JSON"), "json geojson webmanifest"_L1},
    {PreviewKind::Json, QT_TRANSLATE_NOOP("models::PreviewKind", "Notebook"), "ipynb"_L1},
    {PreviewKind::Image, QT_TRANSLATE_NOOP("models::PreviewKind", "Image"), "png jpg jpeg gif webp"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "SVG"), "svg"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "JSON lines"), "jsonl ndjson"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "Markdown"), "md markdown"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "YAML"), "yaml yml"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "Table as text"), "csv tsv"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "Python"), "py"_L1},
    {PreviewKind::Text, QT_TRANSLATE_NOOP("models::PreviewKind", "Text"),
     "txt rst log toml ini cfg conf xml html htm css js ts sh bash tex bib c h cpp hpp cc rs go java rb jinja gitattributes gitignore"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Safetensors weights"), "safetensors"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "GGUF weights"), "gguf ggml"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Pickled data"),
     "bin pt pth ckpt pkl pickle joblib"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "ONNX model"), "onnx onnx_data"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Weights"), "h5 keras msgpack tflite npz npy pb"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Parquet table"), "parquet"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Arrow table"), "arrow feather"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Archive"), "zip gz tar tgz bz2 xz zst 7z rar"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Image"), "bmp tif tiff ico avif heic jxl psd"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Sound"), "wav mp3 flac ogg m4a opus"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "Video"), "mp4 mkv webm avi mov"_L1},
    {PreviewKind::Opaque, QT_TRANSLATE_NOOP("models::PreviewKind", "PDF document"), "pdf"_L1},
};

const Known *knownOf(const QString &path)
{
    static const QHash<QString, const Known *> bySuffix = [] {
        QHash<QString, const Known *> made;
        for (const Known &known : kKnown) {
            for (const QString &suffix : QString(known.suffixes).split(u' '))
                made[suffix] = &known;
        }
        return made;
    }();
    const QString name = path.section(u'/', -1);
    return name.contains(u'.') ? bySuffix.value(name.section(u'.', -1).toLower()) : nullptr;
}

bool hasTextIcon(const QString &path)
{
    return models::fileIconOf(path.section(u'/', -1)) == "text"_L1;
}

}  // namespace

PreviewKind models::previewKindOf(const QString &path)
{
    if (const Known *known = knownOf(path))
        return known->kind;
    return hasTextIcon(path) ? PreviewKind::Text : PreviewKind::Unknown;
}

QString models::kindText(const QString &path)
{
    if (const Known *known = knownOf(path))
        return QCoreApplication::translate("models::PreviewKind", known->text);
    return hasTextIcon(path) ? QCoreApplication::translate("models::PreviewKind", "Text")
                             : QCoreApplication::translate("models::PreviewKind", "File");
}

QString models::imageKindText(const QByteArray &kind)
{
    return kind == "webp" ? u"WebP"_s : QString::fromLatin1(kind).toUpper();
}
