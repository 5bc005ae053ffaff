// SPDX-License-Identifier: Apache-2.0
#include "app/passphrase.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace aroeira::app {
namespace {

// Whoever has the file can guess without end: each guess costs half a second, and a long phrase is what stops them.
constexpr std::size_t kShortest = 12;

/// What is typed does not show.
class Hidden {
public:
    Hidden() {
        if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
        auto hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~Hidden() {
        if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

private:
    termios before_{};
    bool changed_ = false;
};

std::string ask(const char* question) {
    std::fputs(question, stderr);
    std::string line;
    {
        const Hidden hidden;
        std::getline(std::cin, line);
    }
    std::fputc('\n', stderr);
    return line;
}

Result<std::string> raw(const std::string& file, bool fresh) {
    std::string line;
    if (!file.empty()) {
        std::ifstream in(file);
        if (!in) return Error{ErrorKind::not_found, "APP-0009", "O arquivo da frase-senha não pôde ser lido. Confira o caminho e as permissões de --frase."};
        std::getline(in, line);
    } else if (isatty(STDIN_FILENO) == 0) {
        std::getline(std::cin, line);
    } else {
        line = ask("Frase-senha: ");
        if (fresh && ask("Repita a frase-senha: ") != line)
            return Error{ErrorKind::invalid_input, "APP-0010", "As duas frases-senha são diferentes. Tente de novo."};
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

}  // namespace

Result<std::string> read_passphrase(const std::string& file, bool fresh) {
    AROEIRA_TRY(auto phrase, raw(file, fresh));
    if (phrase.empty() || (fresh && phrase.size() < kShortest))
        return Error{ErrorKind::invalid_input, "APP-0010",
                     "A frase-senha precisa de pelo menos 12 caracteres: quatro ou cinco palavras servem. Sem ela ninguém abre a cópia, nem nós."};
    return phrase;
}

}  // namespace aroeira::app
