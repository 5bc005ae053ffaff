// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/endereco.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::size_t kEnderecoBytesMax = 300;
constexpr std::size_t kHostBytesMax = 253;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_name(std::string_view host) {
    if (host.empty() || host.size() > kHostBytesMax || host.front() == '.' || host.front() == '-' || host.find("..") != host.npos) return false;
    return std::all_of(host.begin(), host.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_'; });
}

bool is_bracketed_ipv6(std::string_view host) {
    constexpr std::string_view kAllowed = "0123456789abcdefABCDEF:.";
    if (host.size() < 4 || !host.starts_with('[') || !host.ends_with(']')) return false;
    return host.substr(1, host.size() - 2).find_first_not_of(kAllowed) == host.npos;
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), port);
    return done.ec == std::errc() && done.ptr == text.data() + text.size() && port >= 1 && port <= 65535;
}

bool is_path(std::string_view path) {
    constexpr std::string_view kMarks = "/-._~!$&'()*+,;=:%";
    return std::all_of(path.begin(), path.end(), [&](char c) { return is_letter_or_digit(c) || kMarks.find(c) != kMarks.npos; });
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return out;
}

Error wrong(std::string message) {
    return {ErrorKind::invalid_input, "TRANS-0012", "O endereço do servidor não pôde ser lido.",
            {{"TRANS-0012", "endereco", std::move(message), "Use a forma http://enderecoeletronico.municipio.gov.br:8080/esus."}}};
}

std::size_t scheme_size(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (text.starts_with(scheme)) return scheme.size();
    return 0;
}

}  // namespace

Result<std::string> endereco_of(std::string_view text) {
    const auto asked = text::trim(text);
    if (asked.size() > kEnderecoBytesMax) return wrong("O endereço tem mais de 300 letras.");
    const std::string begun = lower(asked.substr(0, std::string_view("https://").size()));
    const auto scheme = scheme_size(begun);
    if (scheme == 0) return wrong("O endereço deve começar com http:// ou https://.");
    const auto rest = asked.substr(scheme);
    if (rest.find('@') != rest.npos) return wrong("O endereço não leva usuário nem senha: eles têm os seus campos.");
    if (rest.find_first_of("?#") != rest.npos) return wrong("O endereço não leva \"?\" nem \"#\".");
    const auto authority = rest.substr(0, rest.find('/'));
    const auto path = rest.substr(authority.size());
    const auto colon = authority.find(':', authority.starts_with('[') ? std::min(authority.find(']'), authority.size()) : 0);
    const auto host = authority.substr(0, colon);
    if (!is_name(host) && !is_bracketed_ipv6(host)) return wrong("O nome do servidor não pôde ser lido.");
    if (colon != authority.npos && !is_port(authority.substr(colon + 1))) return wrong("A porta deve ser um número de 1 a 65535.");
    if (!is_path(path)) return wrong("O caminho depois do servidor tem letras que um endereço não leva.");
    std::string kept = begun.substr(0, scheme) + lower(authority) + std::string(path);
    while (kept.ends_with('/')) kept.pop_back();
    return kept;
}

std::string api_url(std::string_view endereco, std::string_view path) { return std::string(endereco) + std::string(path); }

std::string_view origin_of(std::string_view endereco) { return endereco.substr(0, endereco.find('/', scheme_size(endereco))); }

}  // namespace aroeira::transmission
