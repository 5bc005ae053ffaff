// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include <curl/curl.h>

#include "platform/crypto/crypto.hpp"
#include "platform/mail/mail.hpp"

namespace aroeira::mail {
namespace {

constexpr const char* kSystemAuthorities = "/etc/ssl/certs";
constexpr int kTlsPort = 465;
constexpr std::chrono::milliseconds kConnectTime{5'000};

using Handle = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using Lines = std::unique_ptr<::curl_slist, decltype(&::curl_slist_free_all)>;

/// The words of libcurl for the code name no address.
Error failure_of(CURLcode code) {
    const std::string why = ::curl_easy_strerror(code);
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
            return {ErrorKind::unavailable, "MAIL-0001",
                    "O servidor de e-mail não respondeu. Confira o endereço e a porta, e se ele está ligado.", {}, why};
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorKind::unavailable, "MAIL-0002", "O servidor de e-mail demorou demais para responder. Tente de novo mais tarde.", {}, why};
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CONNECT_ERROR:
            return {ErrorKind::unavailable, "MAIL-0003",
                    "O certificado do servidor de e-mail não é de confiança para este endereço. Confira o endereço, a porta e a autoridade informada.", {}, why};
        case CURLE_LOGIN_DENIED:
            return {ErrorKind::unavailable, "MAIL-0004", "O servidor de e-mail recusou o login ou a senha. Confira os dois.", {}, why};
        case CURLE_USE_SSL_FAILED:
            return {ErrorKind::unavailable, "MAIL-0005",
                    "O servidor de e-mail não oferece conexão protegida nesta porta, e a senha não é enviada sem ela. Confira a porta (em geral 587 ou 465).", {}, why};
        default:
            return {ErrorKind::unavailable, "MAIL-0006",
                    "O servidor de e-mail recusou a mensagem ou interrompeu a conexão. Confira o e-mail remetente e a porta.", {}, why};
    }
}

struct Leaving {
    std::string_view rest;
};

/// libcurl asks for this shape.
std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
    auto& leaving = *static_cast<Leaving*>(from);
    const auto taken = std::min(size * count, leaving.rest.size());
    std::memcpy(to, leaving.rest.data(), taken);
    leaving.rest.remove_prefix(taken);
    return taken;
}

/// What the server says is read and not kept.
std::size_t ignore(char*, std::size_t size, std::size_t count, void*) { return size * count; }

class CurlSender final : public Sender {
public:
    explicit CurlSender(const Clock& clock) : clock_(clock) {
        static const CURLcode ready = ::curl_global_init(CURL_GLOBAL_DEFAULT);
        INVARIANT(ready == CURLE_OK, "libcurl did not start");
    }

    Result<void> check(const Server& server) override {
        return converse(server, [](auto option) { option(CURLOPT_CUSTOMREQUEST, "NOOP"); });
    }

    Result<void> send(const Server& server, const Letter& letter) override {
        AROEIRA_TRY(const auto text, text_of(letter, crypto::random_token(18), clock_.now()));
        Leaving leaving{text};
        const std::string from = "<" + letter.from + ">", to = "<" + letter.to + ">";
        const Lines recipients(::curl_slist_append(nullptr, to.c_str()), &::curl_slist_free_all);
        if (!recipients) return failure_of(CURLE_OUT_OF_MEMORY);
        return converse(server, [&](auto option) {
            option(CURLOPT_MAIL_FROM, from.c_str());
            option(CURLOPT_MAIL_RCPT, recipients.get());
            option(CURLOPT_UPLOAD, 1L);
            option(CURLOPT_READFUNCTION, &give);
            option(CURLOPT_READDATA, static_cast<void*>(&leaving));
            option(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(text.size()));
        });
    }

private:
    /// One conversation, from the greeting to QUIT; the connection is not kept.
    template <class Ask>
    static Result<void> converse(const Server& server, Ask ask) {
        const Handle handle(::curl_easy_init(), &::curl_easy_cleanup);
        if (!handle) return failure_of(CURLE_OUT_OF_MEMORY);
        bool set = true;
        const auto option = [&](CURLoption name, auto value) { set = set && ::curl_easy_setopt(handle.get(), name, value) == CURLE_OK; };
        const bool tls_first = server.port == kTlsPort;
        const std::string url = (tls_first ? "smtps://" : "smtp://") + server.host + ":" + std::to_string(server.port) + "/aroeira";
        option(CURLOPT_URL, url.c_str());
        option(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        option(CURLOPT_PROXY, "");  // Otherwise the environment would be obeyed.
        option(CURLOPT_NOSIGNAL, 1L);
        option(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(kConnectTime, server.timeout).count()));
        option(CURLOPT_TIMEOUT_MS, static_cast<long>(server.timeout.count()));
        option(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
        option(CURLOPT_CAPATH, kSystemAuthorities);
        if (!server.ca_pem.empty()) {
            ::curl_blob pem{const_cast<char*>(server.ca_pem.data()), server.ca_pem.size(), CURL_BLOB_NOCOPY};
            option(CURLOPT_CAINFO_BLOB, &pem);
        }
        if (!server.login.empty()) {
            option(CURLOPT_USERNAME, server.login.c_str());
            option(CURLOPT_PASSWORD, server.password.c_str());
        }
        option(CURLOPT_WRITEFUNCTION, &ignore);
        option(CURLOPT_FORBID_REUSE, 1L);
        ask(option);
        const CURLcode done = set ? ::curl_easy_perform(handle.get()) : CURLE_OUT_OF_MEMORY;
        if (done != CURLE_OK) return failure_of(done);
        return {};
    }

    const Clock& clock_;
};

}  // namespace

std::unique_ptr<Sender> make_sender(const Clock& clock) { return std::make_unique<CurlSender>(clock); }

}  // namespace aroeira::mail
