// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

/// Asking other servers over HTTP.
namespace aroeira::client {

enum class Method : std::uint8_t { get, post, put };

/// One question to another server.
struct Call {
    Method method = Method::get;
    std::string url{};                                          ///< Absolute, http or https.
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string content_type{};                                 ///< "" when there is no body.
    std::string_view body{};
    std::string ca_pem{};  ///< Trusted besides the system's authorities; "" for none.
    std::string certificate_pem{};  ///< Shown to a server that asks for one, its chain after it; "" for none.
    std::string key_pem{};          ///< Of that certificate.
    std::chrono::milliseconds connect_timeout{5'000};
    std::chrono::milliseconds timeout{60'000};
    std::uint64_t answer_bytes_max = 8 << 20;
};

/// What it answered, whatever the status.
struct Answer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers{};  ///< Names in lower case.
    std::string body{};

    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;  ///< "" when absent.
    /// The value of a cookie it set; "" when it set none of this name.
    [[nodiscard]] std::string_view set_cookie(std::string_view name) const;
};

/// The way to other servers. A redirection is an answer and is not followed.
class Transport {
public:
    virtual ~Transport() = default;
    /// Waits for the answer; safe to call from any thread.
    /// Errors, all `unavailable`, the message in pt-BR and without the address: CLIENT-0001 nobody
    ///         answers there (name, route, refused); CLIENT-0002 too slow; CLIENT-0003 the certificate
    ///         is not trusted; CLIENT-0004 the answer broke off or is too large; CLIENT-0005 our own
    ///         certificate cannot be used.
    virtual Result<Answer> send(const Call& call) = 0;
};

/// Over the network: HTTP/1.1, straight to the address (no proxy, whatever the environment says),
/// with the authorities of the system. What it used stays open for the next question to the same place.
std::unique_ptr<Transport> make_transport();

}  // namespace aroeira::client
