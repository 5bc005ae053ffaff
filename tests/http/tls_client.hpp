// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <unistd.h>

#include "platform/http/tls.hpp"
#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

/// A server with HTTPS and a client of OpenSSL's own.
namespace aroeira::testing {

namespace fs = std::filesystem;

struct Authority {
    fs::path directory =
        fs::temp_directory_path() / ("aroeira-http-tls-" + std::to_string(::getpid()));
    http::TlsFiles files;
    Authority() {
        fs::remove_all(directory);
        auto made = http::ensure_local_certificate(directory, SystemClock());
        if (!made) throw std::runtime_error(made.error().detail);
        files = std::move(*made);
    }
    ~Authority() { fs::remove_all(directory); }
};

inline const Authority& authority() {
    static const Authority made;
    return made;
}

inline void with_tls(http::ServerOptions& options) {
    options.port_tls = 0;
    options.certificate = authority().files.certificate;
    options.key = authority().files.key;
}

/// A client of OpenSSL's own that trusts our authority alone.
class TlsClient {
public:
    using Adjust = std::function<void(SSL_CTX*)>;
    TlsClient(std::uint16_t port, const char* name, const Adjust& adjust = {})
        : context_(::SSL_CTX_new(::TLS_client_method()), &::SSL_CTX_free),
          ssl_(nullptr, &::SSL_free) {
        ::SSL_CTX_load_verify_locations(context_.get(), authority().files.ca.c_str(), nullptr);
        ::SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        if (adjust) adjust(context_.get());
        ssl_.reset(::SSL_new(context_.get()));
        ::SSL_set1_host(ssl_.get(), name);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        const timeval limit{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) return;
        ::SSL_set_fd(ssl_.get(), socket_);
        agreed = ::SSL_connect(ssl_.get()) == 1;
        ::ERR_clear_error();
    }
    ~TlsClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// Everything until the server ends or `end` was read.
    std::string ask(std::string_view bytes, std::string_view end) {
        ::SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string all;
        char buffer[16384];
        while (all.find(end) == all.npos) {
            const int n = ::SSL_read(ssl_.get(), buffer, sizeof buffer);
            if (n <= 0) break;
            all.append(buffer, static_cast<std::size_t>(n));
        }
        return all;
    }
    [[nodiscard]] SSL* ssl() const { return ssl_.get(); }

    bool agreed = false;

private:
    std::unique_ptr<SSL_CTX, decltype(&::SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&::SSL_free)> ssl_;
    int socket_ = -1;
};

}  // namespace aroeira::testing
