// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace aroeira::testing {

struct Answer {
    int status = 0;  ///< 0: the connection ended before a whole answer.
    std::map<std::string, std::string> headers{};  ///< Names in lower case.
    std::string body{};
    [[nodiscard]] bool says(std::string_view text) const {
        return body.find(text) != std::string::npos;
    }
};

/// A client that sends exactly the bytes it is told to, so that a test can break the protocol.
class Client {
public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the server closed before everything was taken.
    bool send(std::string_view bytes);
    /// The next answer, its body unchunked. `head`: the answer of a HEAD, which has none.
    Answer answer(std::chrono::milliseconds time = std::chrono::seconds(10), bool head = false);
    Answer ask(std::string_view bytes);
    /// True when the server ends the connection within `time`, whatever comes before.
    bool ends_within(std::chrono::milliseconds time);
    [[nodiscard]] bool was_reset() const { return was_reset_; }
    void finish_sending();
    void reset();  ///< Leaves without a goodbye.

private:
    bool more(std::chrono::steady_clock::time_point until);
    int socket_ = -1;
    bool ended_ = false;
    bool was_reset_ = false;
    std::string in_;
};

std::string get(std::string_view path, std::string_view headers = "");
std::string post(std::string_view path, std::string_view body, std::string_view headers = "");

}  // namespace aroeira::testing
