// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

struct x509_st;  // OpenSSL's X509, without its headers

/// X.509 certificates as people bring them in files. OpenSSL is seen by the .cpp only.
namespace aroeira::crypto {

/// What a person tells one certificate from another by.
struct Certificate {
    std::string pem{};
    std::string titular{};      ///< Common name of the subject; all of the subject when it has none.
    std::string impressao{};    ///< SHA-256 of its bytes (DER), 64 hexadecimal digits.
    Instant from{}, until{};    ///< Its validity.
};

/// The only certificate of a file: PEM or DER (.pem, .crt, .cer). A key beside it is not kept.
/// Errors: `invalid_input` CRYPTO-0005.
Result<Certificate> read_certificate(std::string_view file);

/// The first certificate of a PEM text; nothing when there is none.
std::optional<Certificate> first_certificate(std::string_view pem);

/// What somebody proves with who he is.
struct KeyPair {
    Certificate certificate{};
    std::string chain_pem{};  ///< The certificate and those between it and its authority, as a server is shown them.
    std::string key_pem{};    ///< Secret; not encrypted.
};

/// A certificate and its key: PKCS#12 (.pfx, .p12, also the old ciphers ICP-Brasil files come in), or
/// PEM, the key in the same file or in `key_file`. `password` opens either; "" when there is none.
/// Errors: `invalid_input` CRYPTO-0005 (no certificate to be read), CRYPTO-0006 (wrong password),
///         CRYPTO-0007 (no key), CRYPTO-0008 (the key is of another certificate).
Result<KeyPair> read_key_pair(std::string_view file, std::string_view key_file, std::string_view password);

/// SHA-256 of its DER, 64 hexadecimal digits; "" when it cannot be written.
std::string fingerprint_of(const x509_st& certificate);

}  // namespace aroeira::crypto
