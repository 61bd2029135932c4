// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <variant>

/// A value, or the Error that kept us from it. (std::expected is C++23.)
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_data(std::move(value)) {}
    Result(Error error) : m_data(std::move(error)) {}

    explicit operator bool() const { return m_data.index() == 0; }
    const T &operator*() const & { return std::get<T>(m_data); }
    T operator*() && { return std::get<T>(std::move(m_data)); }  // By value: "for (… : *f())" is safe.
    const T *operator->() const { return &std::get<T>(m_data); }
    const Error &error() const { return std::get<Error>(m_data); }

private:
    std::variant<T, Error> m_data;
};
