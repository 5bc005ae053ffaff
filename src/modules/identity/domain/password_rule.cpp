// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/password_rule.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kCharactersMin = 8;
constexpr std::size_t kCharactersMax = 128;

// Words people in this field and country begin with. With every digit and sign around them and every
// usual exchange of letters, each stands for thousands of passwords.
constexpr std::string_view kWords[] = {
    "abacate", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "acesso", "adm", "admin",
    "administrador", "agente", "alterar", "amanda", "amor", "ana", "aps", "aroeira", "asdf",
    "asdfg", "asdfgh", "asdfghjk", "asdfghjkl", "atencao", "azerty", "bahia", "batman", "bemvindo",
    "brasil", "brazil", "bruno", "camila", "carlos", "carol", "changeme", "cidade", "cnes",
    "corinthians", "datasus", "default", "deus", "deusefiel", "doutor", "dragon", "eduardo",
    "enfermagem", "enfermeira", "enfermeiro", "estrela", "esus", "esusab", "esuspec", "familia",
    "felicidade", "felipe", "fernanda", "flamengo", "football", "gabriel", "gremio", "guest",
    "gustavo", "hello", "hospital", "iloveyou", "inicial", "internacional", "jesus", "jesuscristo",
    "joao", "jose", "juliana", "letmein", "login", "lucas", "marcos", "maria", "mariana", "master",
    "medico", "minhasenha", "monkey", "mudar", "municipio", "ninguem", "nova", "novasenha", "novo",
    "palmeiras", "pass", "password", "paulo", "pec", "pedro", "posto", "prefeitura", "princesa",
    "princess", "provisoria", "qazwsx", "qwe", "qwer", "qwert", "qwerty", "qwertyui", "qwertyuiop",
    "rafael", "santos", "saopaulo", "saude", "senha", "sistema", "sus", "teste", "usuario", "vasco",
    "welcome", "zxcvbnm",
};

char undo_exchange(char c) {
    switch (c) {
        case '@': case '4': return 'a';
        case '3': return 'e';
        case '1': case '!': return 'i';
        case '0': return 'o';
        case '$': case '5': return 's';
        case '7': return 't';
        default: return c;
    }
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// What is left when the digits and signs at both ends are taken away.
std::string_view core_of(std::string_view text) {
    while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

bool is_word(std::string_view text) { return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords); }

/// One word, or the same word again and again ("senhasenha1").
bool is_usual(std::string_view core) {
    if (is_word(core)) return true;
    for (std::size_t size = 3; size * 2 <= core.size(); ++size) {
        if (core.size() % size != 0 || !is_word(core.substr(0, size))) continue;
        bool repeats = true;
        for (std::size_t at = size; repeats && at < core.size(); at += size)
            repeats = core.substr(at, size) == core.substr(0, size);
        if (repeats) return true;
    }
    return false;
}

/// One or two different letters and otherwise only digits in the order of the keyboard ("a1234567").
bool is_count_with_a_letter(std::string_view folded) {
    const auto core = core_of(folded);
    if (core.size() > 2 || folded.size() - core.size() < 5) return false;
    std::string digits;
    for (const char c : folded)
        if (c >= '0' && c <= '9') digits += c;
    if (digits.empty()) return false;
    static constexpr std::string_view kUp = "01234567890123456789";
    static constexpr std::string_view kDown = "98765432109876543210";
    return kUp.find(digits) != kUp.npos || kDown.find(digits) != kDown.npos ||
           digits.find_first_not_of(digits.front()) == digits.npos;
}

std::size_t characters_of(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

bool is_common_password(std::string_view password) {
    const std::string folded = text::fold(password);
    if (is_usual(core_of(folded)) || is_count_with_a_letter(folded)) return true;
    // "s3nh@2024": the digits at the end are digits, those inside are letters.
    std::string_view inner = folded;
    while (!inner.empty() && !is_letter(inner.back()) && inner.back() != '@' && inner.back() != '$') inner.remove_suffix(1);
    std::string read(inner);
    std::transform(read.begin(), read.end(), read.begin(), undo_exchange);
    if (is_usual(core_of(read))) return true;
    read = folded;
    std::transform(read.begin(), read.end(), read.begin(), undo_exchange);
    return is_usual(read);
}

Result<void> check_password(std::string_view password, std::string_view field) {
    std::vector<FieldError> broken;
    const auto refuse = [&](const char* message, const char* fix) {
        broken.push_back({"ACESSO-0020", std::string(field), message, fix});
    };
    const auto length = characters_of(password);
    if (length < kCharactersMin || length > kCharactersMax)
        refuse("A senha deve ter de 8 a 128 caracteres.", "Use uma frase que só você conheça.");
    const auto digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
    const auto letter = [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80; };
    if (std::none_of(password.begin(), password.end(), letter) || std::none_of(password.begin(), password.end(), digit))
        refuse("A senha deve ter pelo menos uma letra e um número.", "Acrescente o que falta.");
    if (is_common_password(password))
        refuse("Esta senha está entre as mais usadas e seria descoberta.", "Escolha outra, de preferência com várias palavras.");
    if (broken.empty()) return {};
    return Error{ErrorKind::invalid_input, "ACESSO-0020", "A senha nova não pode ser aceita.", std::move(broken)};
}

}  // namespace aroeira::identity
