// SPDX-License-Identifier: Apache-2.0
#include "models/tagtexts.h"

#include "core/plaintext.h"
#include "core/texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Tags {
    Q_DECLARE_TR_FUNCTIONS(models::TagTexts)
};

constexpr std::pair<QLatin1StringView, const char *> kLibraries[] = {
    {"transformers"_L1, "Transformers"},
    {"diffusers"_L1, "Diffusers"},
    {"sentence-transformers"_L1, "Sentence Transformers"},
    {"peft"_L1, "PEFT"},
    {"gguf"_L1, "GGUF"},
    {"onnx"_L1, "ONNX"},
    {"mlx"_L1, "MLX"},
    {"transformers.js"_L1, "Transformers.js"},
    {"safetensors"_L1, "Safetensors"},
    {"pytorch"_L1, "PyTorch"},
    {"tf"_L1, "TensorFlow"},
    {"jax"_L1, "JAX"},
    {"keras"_L1, "Keras"},
    {"timm"_L1, "timm"},
    {"sklearn"_L1, "scikit-learn"},
    {"spacy"_L1, "spaCy"},
    {"flair"_L1, "Flair"},
    {"fastai"_L1, "fastai"},
    {"nemo"_L1, "NeMo"},
    {"speechbrain"_L1, "SpeechBrain"},
    {"setfit"_L1, "SetFit"},
    {"stable-baselines3"_L1, "Stable-Baselines3"},
    {"ml-agents"_L1, "ML-Agents"},
    {"datasets"_L1, "Datasets"},
    {"pandas"_L1, "pandas"},
    {"polars"_L1, "Polars"},
    {"dask"_L1, "Dask"},
    {"mlcroissant"_L1, "Croissant"},
    {"webdataset"_L1, "WebDataset"},
    {"duckdb"_L1, "DuckDB"},
    {"argilla"_L1, "Argilla"},
    {"distilabel"_L1, "distilabel"},
    {"fiftyone"_L1, "FiftyOne"},
    {"lance"_L1, "Lance"},
    {"gradio"_L1, "Gradio"},
    {"streamlit"_L1, "Streamlit"},
    {"docker"_L1, "Docker"},
};

}  // namespace

QString models::wordsOf(QString tag)
{
    tag = core::visible(tag.replace(u'-', u' '));
    if (!tag.isEmpty())
        tag[0] = tag[0].toUpper();
    return tag;
}

QString models::licenseText(const QString &license)
{
    static const QStringList abbreviations{u"mit"_s,  u"bsd"_s,  u"isc"_s,  u"cc"_s,   u"cc0"_s,  u"by"_s,   u"nc"_s,
                                           u"nd"_s,   u"sa"_s,   u"gpl"_s,  u"lgpl"_s, u"agpl"_s, u"gfdl"_s, u"mpl"_s,
                                           u"epl"_s,  u"eupl"_s, u"osl"_s,  u"afl"_s,  u"ecl"_s,  u"bsl"_s,  u"odc"_s,
                                           u"pddl"_s, u"ofl"_s,  u"lppl"_s, u"ncsa"_s, u"wtfpl"_s};
    QStringList parts = wordsOf(license).split(u' ');
    for (QString &part : parts) {
        if (abbreviations.contains(part, Qt::CaseInsensitive))
            part = part.toUpper();
    }
    return parts.join(u' ');
}

QString models::libraryText(const QString &library)
{
    if (library == "static"_L1)
        return Tags::tr("Static pages");
    const auto *known = std::ranges::find(kLibraries, library, &std::pair<QLatin1StringView, const char *>::first);
    return known == std::end(kLibraries) ? core::visible(library) : QString::fromUtf8(known->second);
}

QString models::parametersText(qint64 count)
{
    const QString units[] = {u"%1"_s, u"%1 k"_s, u"%1 M"_s, u"%1 B"_s, u"%1 T"_s};
    double value = double(count);
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    const QString figures = units[unit].arg(QLocale().toString(value, 'f', decimals));
    return Tags::tr("%1 parameters").arg(figures);
}

QString models::downloadsText(qint64 downloads)
{
    const int count = int(qMin<qint64>(downloads, std::numeric_limits<int>::max()));
    return Tags::tr("%1 downloads a month", nullptr, count).arg(core::countText(downloads));
}

QString models::likesText(qint64 likes)
{
    return Tags::tr("liked by %1").arg(core::countText(likes));
}
