// SPDX-License-Identifier: Apache-2.0
#include "platform/http/tls_context.hpp"

#include <memory>
#include <string_view>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "platform/crypto/certificate.hpp"
#include "platform/http/http.hpp"

namespace aroeira::http {
namespace {

constexpr char kCiphers12[] =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr unsigned char kSessionContext[] = "aroeira";

Error unusable(std::string_view what) {
    char why[256] = "";
    if (const auto code = ::ERR_get_error()) ::ERR_error_string_n(code, why, sizeof why);
    ::ERR_clear_error();
    return {ErrorKind::unavailable,
            "HTTP-0021",
            "O HTTPS não pôde começar: " + std::string(what) +
                " Confira os arquivos PEM indicados na configuração.",
            {},
            why};
}

/// The one protocol spoken here; a client that offers none of ours goes on without ALPN.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* length,
                    const unsigned char* offered, unsigned offered_length, void*) {
    static constexpr unsigned char kHttp11[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    const int found = ::SSL_select_next_proto(&chosen, length, kHttp11, sizeof kHttp11 - 1, offered,
                                              offered_length);
    *out = chosen;
    return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

/// The verdict stays in SSL_get_verify_result, and nobody is let in here.
int go_on(int, X509_STORE_CTX*) { return 1; }

ClientCertificate::Trust trust_of(long verdict) {
    using enum ClientCertificate::Trust;
    switch (verdict) {
        case X509_V_OK: return trusted;
        case X509_V_ERR_CERT_HAS_EXPIRED: return expired;
        case X509_V_ERR_CERT_NOT_YET_VALID: return not_yet_valid;
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return other_authority;
        default: return unfit;
    }
}

}  // namespace

std::shared_ptr<const ClientCertificate> shown_certificate(const ssl_st* connection) {
    const auto* const one = ::SSL_get0_peer_certificate(connection);
    if (one == nullptr) return nullptr;
    return std::make_shared<const ClientCertificate>(ClientCertificate{
        trust_of(::SSL_get_verify_result(connection)), crypto::fingerprint_of(*one)});
}

Result<ssl_ctx_st*> make_tls_context(const std::string& certificate, const std::string& key,
                                     const std::string& client_ca) {
    std::unique_ptr<SSL_CTX, decltype(&::SSL_CTX_free)> context(
        ::SSL_CTX_new(::TLS_server_method()), &::SSL_CTX_free);
    if (!context) return unusable("a biblioteca TLS não respondeu.");
    SSL_CTX* const c = context.get();
    ::SSL_CTX_set_min_proto_version(c, TLS1_2_VERSION);
    ::SSL_CTX_set_options(c,
                          SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_SINGLE_ECDH_USE);
    ::SSL_CTX_set_mode(c, SSL_MODE_RELEASE_BUFFERS);  // an idle connection gives back 34 KiB
    ::SSL_CTX_set_session_id_context(c, kSessionContext, sizeof kSessionContext - 1);
    ::SSL_CTX_set_alpn_select_cb(c, &choose_protocol, nullptr);
    if (::SSL_CTX_set_cipher_list(c, kCiphers12) != 1)
        return unusable("as cifras não existem nesta biblioteca.");
    if (::SSL_CTX_use_certificate_chain_file(c, certificate.c_str()) != 1)
        return unusable("o certificado não pôde ser lido.");
    if (::SSL_CTX_use_PrivateKey_file(c, key.c_str(), SSL_FILETYPE_PEM) != 1)
        return unusable("a chave não pôde ser lida.");
    if (::SSL_CTX_check_private_key(c) != 1) return unusable("a chave não é a deste certificado.");
    if (!client_ca.empty()) {
        if (::SSL_CTX_load_verify_locations(c, client_ca.c_str(), nullptr) != 1)
            return unusable("a autoridade dos clientes não pôde ser lida.");
        ::SSL_CTX_set_client_CA_list(c, ::SSL_load_client_CA_file(client_ca.c_str()));
        ::SSL_CTX_set_verify(c, SSL_VERIFY_PEER, &go_on);
        // What was found about a certificate holds for one connection: the next one looks again.
        ::SSL_CTX_set_options(c, SSL_OP_NO_TICKET);
        ::SSL_CTX_set_session_cache_mode(c, SSL_SESS_CACHE_OFF);
        ::SSL_CTX_set_num_tickets(c, 0);
    }
    return context.release();
}

}  // namespace aroeira::http
