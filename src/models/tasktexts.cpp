// SPDX-License-Identifier: Apache-2.0
#include "models/tasktexts.h"

#include "models/tagtexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<QLatin1StringView, const char *> kTasks[] = {
    {"any-to-any"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Any to any")},
    {"audio-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Audio classification")},
    {"audio-text-to-text"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Audio text to text")},
    {"audio-to-audio"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Audio to audio")},
    {"automatic-speech-recognition"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Automatic speech recognition")},
    {"depth-estimation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Depth estimation")},
    {"document-question-answering"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Document question answering")},
    {"feature-extraction"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Feature extraction")},
    {"fill-mask"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Fill mask")},
    {"graph-ml"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Graph ML")},
    {"image-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image classification")},
    {"image-feature-extraction"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image feature extraction")},
    {"image-segmentation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image segmentation")},
    {"image-text-to-text"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image text to text")},
    {"image-to-3d"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image to 3D")},
    {"image-to-image"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image to image")},
    {"image-to-text"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image to text")},
    {"image-to-video"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Image to video")},
    {"keypoint-detection"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Keypoint detection")},
    {"mask-generation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Mask generation")},
    {"multiple-choice"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Multiple choice")},
    {"object-detection"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Object detection")},
    {"question-answering"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Question answering")},
    {"reinforcement-learning"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Reinforcement learning")},
    {"robotics"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Robotics")},
    {"sentence-similarity"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Sentence similarity")},
    {"summarization"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Summarization")},
    {"table-question-answering"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Table question answering")},
    {"tabular-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Tabular classification")},
    {"tabular-regression"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Tabular regression")},
    {"text-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text classification")},
    {"text-generation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text generation")},
    {"text-ranking"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text ranking")},
    {"text-retrieval"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text retrieval")},
    {"text-to-3d"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text to 3D")},
    {"text-to-audio"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text to audio")},
    {"text-to-image"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text to image")},
    {"text-to-speech"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text to speech")},
    {"text-to-video"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Text to video")},
    {"time-series-forecasting"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Time series forecasting")},
    {"token-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Token classification")},
    {"translation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Translation")},
    {"unconditional-image-generation"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Unconditional image generation")},
    {"video-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Video classification")},
    {"video-text-to-text"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Video text to text")},
    {"visual-document-retrieval"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Visual document retrieval")},
    {"visual-question-answering"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Visual question answering")},
    {"voice-activity-detection"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Voice activity detection")},
    {"zero-shot-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Zero shot classification")},
    {"zero-shot-image-classification"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Zero shot image classification")},
    {"zero-shot-object-detection"_L1, QT_TRANSLATE_NOOP("models::TaskTexts", "Zero shot object detection")},
};

}  // namespace

QString models::taskText(const QString &task)
{
    const auto *known = std::ranges::find(kTasks, task, &std::pair<QLatin1StringView, const char *>::first);
    return known == std::end(kTasks) ? wordsOf(task) : QCoreApplication::translate("models::TaskTexts", known->second);
}
