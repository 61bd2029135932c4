// SPDX-License-Identifier: Apache-2.0
#include "gui/filterchoices.h"

using namespace Qt::Literals::StringLiterals;

QStringList gui::commonTasks(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return u"text-generation text-classification image-text-to-text text-to-image feature-extraction "
               "sentence-similarity automatic-speech-recognition text-to-speech token-classification "
               "question-answering summarization translation fill-mask image-classification object-detection "
               "image-segmentation image-to-image text-to-video reinforcement-learning tabular-classification"_s.split(
                   u' ');
    case RepoType::Dataset:
        return u"text-generation question-answering text-classification translation summarization "
               "feature-extraction token-classification automatic-speech-recognition text-to-image "
               "image-classification object-detection image-segmentation visual-question-answering "
               "text-retrieval multiple-choice reinforcement-learning robotics tabular-classification "
               "time-series-forecasting"_s.split(u' ');
    case RepoType::Space: break;
    }
    return {};
}

QStringList gui::commonLibraries(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return u"transformers diffusers safetensors gguf pytorch peft sentence-transformers onnx mlx transformers.js "
               "tf jax keras timm sklearn spacy nemo speechbrain setfit stable-baselines3"_s.split(u' ');
    case RepoType::Dataset:
        return u"datasets pandas polars dask mlcroissant webdataset duckdb argilla distilabel fiftyone lance"_s.split(
            u' ');
    case RepoType::Space: break;
    }
    return u"gradio docker static streamlit"_s.split(u' ');
}

QStringList gui::commonLicenses()
{
    return u"apache-2.0 mit openrail creativeml-openrail-m cc-by-4.0 cc-by-sa-4.0 cc-by-nc-4.0 cc-by-nc-sa-4.0 cc0-1.0 "
           "llama2 llama3 llama3.1 llama3.2 gemma gpl-3.0 agpl-3.0 bsd-3-clause odc-by other"_s.split(u' ');
}
