// SPDX-License-Identifier: Apache-2.0
#include "core/contenthash.h"

#include <openssl/evp.h>

namespace {

using ContextPointer = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

ContextPointer makeContext()
{
    return {EVP_MD_CTX_new(), &EVP_MD_CTX_free};
}

}  // namespace

/// libcrypto's state, and what it takes to begin again.
struct ContentHash::Context {
    Kind kind;
    qint64 size;
    ContextPointer state = makeContext();
    bool works = false;  ///< A libcrypto may be forbidden to do SHA-1: then no content is ever proved.
};

ContentHash::ContentHash(Kind kind, qint64 size) : m_context(new Context{kind, size})
{
    restart();
}

ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash &&) noexcept = default;
ContentHash &ContentHash::operator=(ContentHash &&) noexcept = default;

void ContentHash::add(QByteArrayView bytes)
{
    if (m_context->works)
        m_context->works = EVP_DigestUpdate(m_context->state.get(), bytes.data(), size_t(bytes.size())) == 1;
}

void ContentHash::restart()
{
    const bool isBlob = m_context->kind == Kind::GitBlob;
    m_context->works = m_context->state
        && EVP_DigestInit_ex(m_context->state.get(), isBlob ? EVP_sha1() : EVP_sha256(), nullptr) == 1;
    if (isBlob) {
        const QByteArray header = "blob " + QByteArray::number(m_context->size);
        add({header.constData(), header.size() + 1});  // With the NUL that ends it.
    }
}

QByteArray ContentHash::hex() const
{
    const ContextPointer copy = makeContext();
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (!m_context->works || !copy || EVP_MD_CTX_copy_ex(copy.get(), m_context->state.get()) != 1
        || EVP_DigestFinal_ex(copy.get(), digest, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest), int(size)).toHex();
}
