// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace aroeira::http {

std::shared_ptr<Body> empty_body();  ///< One for everybody.
std::shared_ptr<Body> memory_body(std::string bytes);

/// Makes `directory` usable for spooled bodies: creates it 0700 and removes what a killed run left.
/// Errors: `unavailable` HTTP-0022.
Result<void> prepare_spool(const std::string& directory);

/// Receives a body in pieces: keeps it in memory up to `memory_bytes_max`, then in a file.
class BodySink {
public:
    BodySink(std::string spool_dir, std::uint64_t memory_bytes_max);
    ~BodySink();
    BodySink(const BodySink&) = delete;
    BodySink& operator=(const BodySink&) = delete;

    void append(std::string_view bytes);  ///< To memory only; never blocks.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// True when enough waits that `flush` should be called, on a thread that may block.
    [[nodiscard]] bool wants_flush() const;
    /// Errors: `unavailable` HTTP-0023 (disk full, directory gone).
    Result<void> flush();
    /// The body, once. Flushes what is left of a spooled one. Errors: as flush.
    Result<std::shared_ptr<Body>> finish();
    [[nodiscard]] bool spooled() const { return file_ != nullptr; }

private:
    struct File;
    std::string spool_dir_;
    std::uint64_t memory_bytes_max_;
    std::uint64_t size_ = 0;
    std::string pending_;
    std::shared_ptr<File> file_;
};

}  // namespace aroeira::http
