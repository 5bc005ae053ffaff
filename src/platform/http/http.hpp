// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace aroeira::http {

enum class Method : std::uint8_t { get, post, put, patch, del };

/// A body of a request: in memory when small, a temporary file when larger than
/// `memory_bytes_max`. The file is deleted when the last reference goes.
class Body {
public:
    virtual ~Body() = default;
    /// The whole body. Reads a spooled file back into memory, so only for what must be in memory.
    [[nodiscard]] virtual Result<std::string_view> text() = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// The file when spooled; nothing when in memory.
    [[nodiscard]] virtual std::optional<std::string> path() const = 0;
};

/// One part of multipart/form-data. `content` views the body, which the Request keeps alive.
struct Part {
    std::string name;
    std::string file_name;  ///< "" when the part is a plain field.
    std::string content_type;
    std::string_view content;
    std::shared_ptr<const std::string> decoded{};  ///< What `content` views, when not the body.
};

/// The certificate a TLS client showed. Whoever holds its key is at the other end of this connection,
/// whatever `trust` says; who he is, is for who knows the certificate.
struct ClientCertificate {
    enum class Trust : std::uint8_t {
        trusted,          ///< Of the clients' authority, in its time.
        expired,
        not_yet_valid,
        other_authority,  ///< Of one that is not ours.
        unfit,            ///< Not made for clients, altered, revoked…
    };
    Trust trust = Trust::unfit;
    std::string fingerprint;  ///< SHA-256 of its DER, 64 hexadecimal digits.
};

struct Request {
    Method method = Method::get;
    std::string path;                                          ///< Decoded, without the query.
    std::vector<std::pair<std::string, std::string>> captured;  ///< `{name}` parts of the route's path.
    std::vector<std::pair<std::string, std::string>> query;
    std::vector<std::pair<std::string, std::string>> headers;  ///< Names in lower case.
    std::string remote_address;
    bool secure = false;                                       ///< Came over TLS (or a trusted proxy says so).
    std::shared_ptr<const ClientCertificate> certificate;      ///< Null without one, and where none is asked for.
    std::string request_id;                                    ///< Ours, also in the answer and the log.
    std::shared_ptr<Body> body;                                ///< Never null.

    [[nodiscard]] std::string_view capture(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
    [[nodiscard]] std::string_view header(std::string_view lower_case_name) const;  ///< "" when absent.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;             ///< "" when absent.
    /// The parts of a multipart/form-data body, or the fields of application/x-www-form-urlencoded.
    /// Errors: `invalid_input` HTTP-0004.
    [[nodiscard]] Result<std::vector<Part>> form() const;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    /// When set, the answer is chunked: called on a worker thread until it gives false; each call
    /// puts the next bytes in `chunk` (it arrives empty).
    std::function<bool(std::string& chunk)> stream{};
};

/// A cookie only the server reads: HttpOnly, SameSite=Strict, Path=/, and Secure over TLS.
struct Cookie {
    std::string_view name;
    std::string_view value;  ///< Token characters only (base64url fits).
    bool secure = false;     ///< `Request::secure`.
    std::optional<std::int64_t> age_max_s{};  ///< Absent: while the browser is open; 0: forget.
};
/// The value of a `Set-Cookie` header.
[[nodiscard]] std::string set_cookie(const Cookie& cookie);

Response json(std::string body, int status = 200);
/// A file the browser offers to save. `name` is ASCII or UTF-8 (RFC 6266 encoded).
Response download(std::string content_type, std::string_view name, std::string body);

/// What a body is, for OpenAPI and for the contract test: a JSON Schema text, or a media type only.
struct BodyType {
    std::string media_type{};   ///< "" when there is no body.
    std::string schema{};       ///< JSON Schema (object); "" for opaque bytes.
    std::string name{};         ///< Component name in the OpenAPI document; "" to inline.
};

/// A query parameter, for OpenAPI and the permission matrix.
struct Parameter {
    std::string_view name;
    std::string_view description;  ///< pt-BR.
    bool required = false;
};

/// A route says everything about itself: the router serves it, the OpenAPI document is printed
/// from it, and one test walks all of them and fails on a missing permission or summary.
struct Route {
    Method method;
    std::string_view path;         ///< "/api/v1/recebimento/lotes/{lote}".
    std::string_view permission;   ///< Name shown in the access screen; "publico" and "autenticado" must be spelled.
    std::string_view summary;      ///< One sentence, pt-BR, ends with a full stop.
    std::function<Result<Response>(const Request&)> handle;
    std::vector<Parameter> parameters{};
    BodyType request{};
    BodyType response{};
    int status = 200;                              ///< Of a success.
    BodyType refusal{};                            ///< Of a 400, where a contract not ours wants no problem+json.
    std::uint64_t body_bytes_max = 64 << 10;
    bool quick = false;   ///< Never blocks (no database): runs on the network thread.
    bool csrf = true;     ///< False only where no browser session is involved (LEDI API, login).
};

/// The only place where a kind of error becomes a number. No `default:`, so a new kind stops the
/// build here instead of becoming a silent 500.
constexpr int status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid_input: return 422;
        case ErrorKind::unauthenticated: return 401;
        case ErrorKind::forbidden: return 403;
        case ErrorKind::not_found: return 404;
        case ErrorKind::conflict: return 409;
        case ErrorKind::too_large: return 413;
        case ErrorKind::unavailable: return 503;
        case ErrorKind::internal: return 500;
    }
    return 500;
}

/// application/problem+json of an Error: `{"type","title","status","code","request","errors":[…]}`.
/// `title` is Error::message; Error::detail never leaves the program. Source: RFC 9457.
Response problem(const Error& error, const Request& request);

}  // namespace aroeira::http
