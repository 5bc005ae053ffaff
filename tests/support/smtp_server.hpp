// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <signal.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "tests/support/databases.hpp"

namespace aroeira::test {

inline constexpr auto kMailLogin = "correio@municipio.exemplo";
inline constexpr auto kMailSenha = "senha-do-correio";

/// A real SMTP server that dies with the test. `options` as tests/support/smtp_server.py takes them.
class SmtpServer {
public:
    explicit SmtpServer(const std::string& options = "") {
        const std::string command = "exec /usr/bin/python3 " AROEIRA_SOURCE "/tests/support/smtp_server.py '" + folder_.file("correio") + "' " + options;
        pipe_ = ::popen(command.c_str(), "r");
        if (pipe_ == nullptr || std::fscanf(pipe_, "%d %d", &port, &pid_) != 2) throw std::runtime_error("the SMTP server did not start: python3-aiosmtpd?");
    }
    ~SmtpServer() {
        if (pid_ > 0) ::kill(pid_, SIGKILL);
        ::pclose(pipe_);
    }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    [[nodiscard]] std::string certificate() const { return read("certificado.pem"); }
    /// What arrived, one letter a line, as JSON.
    [[nodiscard]] std::string letters() const { return read("cartas.jsonl"); }

    int port = 0;

private:
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(folder_.file("correio") + "/" + name);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    TemporaryFolder folder_;
    FILE* pipe_ = nullptr;
    int pid_ = 0;
};

}  // namespace aroeira::test
