// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace core {

/// Whether \a host is one of the names that Hugging Face's own Hub has in links.
inline bool isHuggingFace(const QString &host)
{
    using namespace Qt::Literals::StringLiterals;
    return host == "huggingface.co"_L1 || host == "www.huggingface.co"_L1 || host == "hf.co"_L1;
}

}  // namespace core
