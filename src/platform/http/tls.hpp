// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace aroeira::http {

/// PEM files for `ServerOptions`.
struct TlsFiles {
    std::string certificate;  ///< The server's, followed by its authority's.
    std::string key;
    std::string ca;  ///< What a browser must be told to trust, once.
};

/// HTTPS without buying anything: a certificate authority of this installation, made the first time
/// in `directory` (ca.crt, ca.key, servidor.crt, servidor.key; 0600), and a server certificate for
/// localhost, this machine's name and its addresses. The server's is made again when it ends within
/// 30 days, a name is missing or it does not fit its key; the authority stays, so that browsers go
/// on trusting it, until it nears its own end after ten years.
/// Errors: `unavailable` HTTP-0024 (directory or files), HTTP-0025 (cryptography).
Result<TlsFiles> ensure_local_certificate(const std::string& directory, const Clock& clock);

/// The same for given names (DNS names and IP addresses), for tests and other networks.
Result<TlsFiles> ensure_local_certificate(const std::string& directory, const Clock& clock,
                                          const std::vector<std::string>& names);

/// localhost, the host name and the addresses of the interfaces that are up.
std::vector<std::string> local_names();

}  // namespace aroeira::http
