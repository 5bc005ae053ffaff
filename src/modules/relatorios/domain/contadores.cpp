// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/contadores.hpp"

namespace aroeira::relatorios {
namespace {

void put_number(std::string& out, std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) out += static_cast<char>((n & 0x7F) | 0x80);
    out += static_cast<char>(n);
}

bool take_number(std::string_view& from, std::uint64_t& n) {
    n = 0;
    for (unsigned shift = 0; !from.empty() && shift < 63; shift += 7) {
        const auto byte = static_cast<unsigned char>(from.front());
        from.remove_prefix(1);
        n |= std::uint64_t{byte & 0x7FU} << shift;
        if (!(byte & 0x80)) return true;
    }
    return false;
}

void put_text(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out += text;
}

bool take_text(std::string_view& from, std::string_view& text) {
    std::uint64_t size = 0;
    if (!take_number(from, size) || size > from.size()) return false;
    text = from.substr(0, size);
    from.remove_prefix(size);
    return true;
}

}  // namespace

Result<std::string> Contadores::packed() const {
    std::string out;
    for (const auto& [casa, n] : counts_) {
        if (n == 0) continue;
        if (n < 0)
            return Error{ErrorKind::internal, "RELAT-0010",
                         "Os números dos relatórios não conferem com as fichas. Peça ao administrador da instalação que os recalcule.",
                         {}, "grupo " + std::to_string(casa.grupo)};
        out += static_cast<char>(casa.grupo);
        put_text(out, casa.linha);
        put_text(out, casa.coluna);
        put_number(out, static_cast<std::uint64_t>(n));
    }
    return out;
}

Result<void> Contadores::add_packed(std::string_view bytes) {
    const bool whole = each_packed(bytes, [&](std::uint8_t grupo, std::string_view linha, std::string_view coluna, std::int64_t n) {
        counts_[{grupo, std::string(linha), std::string(coluna)}] += n;
    });
    if (whole) return {};
    return Error{ErrorKind::internal, "RELAT-0011",
                 "Os números guardados de um relatório estão danificados. Peça ao administrador da instalação que os recalcule."};
}

bool Contadores::each_packed(std::string_view bytes, const Visit& visit) {
    while (!bytes.empty()) {
        const auto grupo = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        std::string_view linha, coluna;
        std::uint64_t n = 0;
        if (!take_text(bytes, linha) || !take_text(bytes, coluna) || !take_number(bytes, n)) return false;
        visit(grupo, linha, coluna, static_cast<std::int64_t>(n));
    }
    return true;
}

}  // namespace aroeira::relatorios
