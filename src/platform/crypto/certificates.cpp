// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "platform/crypto/crypto.hpp"

namespace aroeira::crypto {

bool are_certificates(std::string_view pem) {
    constexpr std::string_view kBegin = "-----BEGIN ";
    std::size_t blocks = 0;
    for (auto at = pem.find(kBegin); at != pem.npos; at = pem.find(kBegin, at + 1)) ++blocks;
    const std::unique_ptr<BIO, decltype(&::BIO_free)> source(::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &::BIO_free);
    std::size_t read = 0;
    while (auto* const certificate = ::PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)) {
        ::X509_free(certificate);
        ++read;
    }
    ::ERR_clear_error();  // The end of the text is told as an error.
    return read > 0 && read == blocks;
}

}  // namespace aroeira::crypto
