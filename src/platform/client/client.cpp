// SPDX-License-Identifier: Apache-2.0
#include "platform/client/client.hpp"

#include <algorithm>
#include <mutex>

#include <curl/curl.h>

#include "base/text.hpp"

namespace aroeira::client {
namespace {

/// Debian's directory of authorities, looked up one by one: stays in force beside a `ca_pem`, which
/// takes the place of the bundle file only.
constexpr const char* kSystemAuthorities = "/etc/ssl/certs";
constexpr std::size_t kHeaderBytesMax = 64 << 10;
/// Handles kept with their open connections; a question beyond them opens its own and closes it.
constexpr std::size_t kIdleMax = 8;

using Handle = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using Lines = std::unique_ptr<::curl_slist, decltype(&::curl_slist_free_all)>;

struct Arriving {
    Answer answer{};
    std::uint64_t bytes_max = 0;
    std::size_t header_bytes = 0;
};

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// libcurl asks for this shape. Anything but the size it gave ends the transfer.
std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* to) {
    auto& arriving = *static_cast<Arriving*>(to);
    const std::string_view line(bytes, size);
    // A provisional answer (100 Continue) comes before the real one, whose headers begin anew.
    if (line.starts_with("HTTP/")) arriving.answer.headers.clear();
    arriving.header_bytes += size;
    if (arriving.header_bytes > kHeaderBytesMax) return 0;
    if (const auto colon = line.find(':'); colon != line.npos)
        arriving.answer.headers.emplace_back(lower(text::trim(line.substr(0, colon))), text::trim(line.substr(colon + 1)));
    return size;
}

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* to) {
    auto& arriving = *static_cast<Arriving*>(to);
    if (arriving.answer.body.size() + size > arriving.bytes_max) return 0;
    arriving.answer.body.append(bytes, size);
    return size;
}

/// The words of libcurl for the code name no address; its error buffer would.
Error failure_of(CURLcode code) {
    const std::string why = ::curl_easy_strerror(code);
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_LOGIN_DENIED:  // A user name in the address.
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
            return {ErrorKind::unavailable, "CLIENT-0001",
                    "Ninguém respondeu neste endereço. Confira o endereço e a porta, e se o servidor de lá está ligado.", {}, why};
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorKind::unavailable, "CLIENT-0002", "O servidor demorou demais para responder. Tente de novo mais tarde.", {}, why};
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return {ErrorKind::unavailable, "CLIENT-0003",
                    "O certificado do servidor não é de confiança para este endereço. Confira o endereço, a autoridade informada e o relógio deste computador.",
                    {}, why};
        case CURLE_SSL_CERTPROBLEM:
            return {ErrorKind::unavailable, "CLIENT-0005",
                    "O certificado com que esta instalação se apresenta não pôde ser usado. Edite a instalação de destino e informe o certificado de novo.", {}, why};
        default:
            return {ErrorKind::unavailable, "CLIENT-0004",
                    "A resposta do servidor foi interrompida ou não pôde ser lida. Confira o endereço: se começa com http:// ou https:// como deve, e a porta.", {}, why};
    }
}

std::string_view method_text(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::post: return "POST";
        case Method::put: return "PUT";
    }
    return {};
}

/// False when memory ran out.
bool add_line(Lines& lines, const std::string& line) {
    auto* const longer = ::curl_slist_append(lines.get(), line.c_str());
    if (longer == nullptr) return false;
    static_cast<void>(lines.release());
    lines.reset(longer);
    return true;
}

class CurlTransport final : public Transport {
public:
    CurlTransport() {
        static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
        INVARIANT(ready == CURLE_OK, "libcurl did not start");
    }

    Result<Answer> send(const Call& call) override {
        Handle handle = take();
        if (!handle) return failure_of(CURLE_OUT_OF_MEMORY);
        Arriving arriving{.bytes_max = call.answer_bytes_max};
        Lines lines(nullptr, &::curl_slist_free_all);
        CURLcode done = prepare(handle.get(), call, arriving, lines) ? ::curl_easy_perform(handle.get()) : CURLE_OUT_OF_MEMORY;
        long status = 0, asked_bytes = 0;
        ::curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
        ::curl_easy_getinfo(handle.get(), CURLINFO_REQUEST_SIZE, &asked_bytes);
        // Once it was asked, the protocol that is not ours is the one of the answer.
        if (done == CURLE_UNSUPPORTED_PROTOCOL && asked_bytes > 0) done = CURLE_WEIRD_SERVER_REPLY;
        arriving.answer.status = static_cast<int>(status);
        // Forgets the question and its secrets, and keeps the connections.
        ::curl_easy_reset(handle.get());
        give_back(std::move(handle));
        if (done != CURLE_OK) return failure_of(done);
        return std::move(arriving.answer);
    }

private:
    static bool prepare(CURL* handle, const Call& call, Arriving& arriving, Lines& lines) {
        bool set = true;
        const auto option = [&](CURLoption name, auto value) { set = set && ::curl_easy_setopt(handle, name, value) == CURLE_OK; };
        option(CURLOPT_URL, call.url.c_str());
        option(CURLOPT_PROTOCOLS_STR, "http,https");
        option(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        option(CURLOPT_FOLLOWLOCATION, 0L);
        option(CURLOPT_PROXY, "");  // Otherwise http_proxy and its kin would be obeyed.
        option(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        option(CURLOPT_NOSIGNAL, 1L);
        option(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(call.connect_timeout.count()));
        option(CURLOPT_TIMEOUT_MS, static_cast<long>(call.timeout.count()));
        option(CURLOPT_USERAGENT, "Aroeira/" AROEIRA_VERSION);
        option(CURLOPT_CAPATH, kSystemAuthorities);
        if (!call.ca_pem.empty()) {
            ::curl_blob pem{const_cast<char*>(call.ca_pem.data()), call.ca_pem.size(), CURL_BLOB_NOCOPY};
            option(CURLOPT_CAINFO_BLOB, &pem);
        }
        if (!call.certificate_pem.empty()) {
            ::curl_blob certificate{const_cast<char*>(call.certificate_pem.data()), call.certificate_pem.size(), CURL_BLOB_NOCOPY};
            ::curl_blob key{const_cast<char*>(call.key_pem.data()), call.key_pem.size(), CURL_BLOB_NOCOPY};
            option(CURLOPT_SSLCERT_BLOB, &certificate);
            option(CURLOPT_SSLKEY_BLOB, &key);
        }
        option(CURLOPT_HEADERFUNCTION, &take_header);
        option(CURLOPT_HEADERDATA, static_cast<void*>(&arriving));
        option(CURLOPT_WRITEFUNCTION, &take_body);
        option(CURLOPT_WRITEDATA, static_cast<void*>(&arriving));
        if (call.method != Method::get) {
            option(CURLOPT_CUSTOMREQUEST, std::string(method_text(call.method)).c_str());
            option(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
            option(CURLOPT_POSTFIELDS, call.body.data() == nullptr ? "" : call.body.data());
        }
        // An empty value takes away a header libcurl would add: a type it guesses, a wait before the body.
        set = set && add_line(lines, "Content-Type:" + (call.content_type.empty() ? "" : " " + call.content_type)) && add_line(lines, "Expect:");
        for (const auto& [name, value] : call.headers) set = set && add_line(lines, name + ": " + value);
        option(CURLOPT_HTTPHEADER, lines.get());
        return set;
    }

    Handle take() {
        const std::lock_guard guard(mutex_);
        if (idle_.empty()) return {::curl_easy_init(), &::curl_easy_cleanup};
        Handle last = std::move(idle_.back());
        idle_.pop_back();
        return last;
    }
    void give_back(Handle handle) {
        const std::lock_guard guard(mutex_);
        if (idle_.size() < kIdleMax) idle_.push_back(std::move(handle));
    }

    std::mutex mutex_;
    std::vector<Handle> idle_;
};

}  // namespace

std::string_view Answer::header(std::string_view lower_case_name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& one) { return one.first == lower_case_name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Answer::set_cookie(std::string_view name) const {
    for (const auto& [header_name, value] : headers) {
        if (header_name != "set-cookie") continue;
        const std::string_view pair = std::string_view(value).substr(0, value.find(';'));
        const auto equals = pair.find('=');
        if (equals != pair.npos && text::trim(pair.substr(0, equals)) == name) return text::trim(pair.substr(equals + 1));
    }
    return {};
}

std::unique_ptr<Transport> make_transport() { return std::make_unique<CurlTransport>(); }

}  // namespace aroeira::client
