// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

/// Sending e-mail by somebody else's SMTP server.
namespace aroeira::mail {

/// Where letters are handed over, and as whom.
struct Server {
    std::string host{};
    int port = 587;         ///< 465 begins with TLS; at any other, STARTTLS is demanded before the password.
    std::string login{};
    std::string password{};
    std::string ca_pem{};   ///< Trusted besides the system's authorities; "" for none.
    std::chrono::milliseconds timeout{15'000};  ///< For all of it.
};

struct Letter {
    std::string from{};       ///< An address.
    std::string from_name{};  ///< Shown before it; may be "".
    std::string to{};         ///< An address.
    std::string subject{};
    std::string text{};       ///< UTF-8, lines ended by \n.
};

/// Whether a text is an address we would write in a letter: one line, no blank, nothing that another
/// header or another recipient could begin with.
bool is_address(std::string_view text);

/// The letter as it goes over the wire (RFC 5322), lines ended by \r\n.
/// Errors: `invalid_input` MAIL-0007 when an address is none or a line would break a header.
Result<std::string> text_of(const Letter& letter, std::string_view message_id, Instant date);

/// The way to SMTP servers. Waits; safe to call from any thread.
///
/// Errors, the message in pt-BR, with the cause and the next step and without address or password, all
/// `unavailable`: MAIL-0001 nobody answers there; MAIL-0002 too slow; MAIL-0003 its certificate is not trusted;
/// MAIL-0004 login or password refused; MAIL-0005 no TLS there; MAIL-0006 the letter refused, or the answer broke off.
class Sender {
public:
    virtual ~Sender() = default;
    /// Enters and leaves, so that one knows that letters would be taken.
    virtual Result<void> check(const Server& server) = 0;
    virtual Result<void> send(const Server& server, const Letter& letter) = 0;
};

/// Over the network, by libcurl. `clock` must outlive it.
std::unique_ptr<Sender> make_sender(const Clock& clock);

}  // namespace aroeira::mail
