// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::app {

/// A file of the command line, in memory only as far as it is read.
class MappedFile {
public:
    /// Errors: `invalid_input` APP-0002 when it cannot be read.
    static Result<MappedFile> open(const std::string& path);
    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

private:
    MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace aroeira::app
