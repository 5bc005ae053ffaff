// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::fichas {

/// How a kept ficha is given back: as it came, or written again in one of the formats of the layout.
enum class Formato : std::uint8_t { recebido, thrift, xml, json };
inline constexpr std::array kFormatos{Formato::recebido, Formato::thrift, Formato::xml, Formato::json};
std::string_view name_of(Formato formato);

struct OriginalRequest {
    std::optional<Ibge> municipio{};
    std::string uuid{};
    std::optional<std::int64_t> versao{};  ///< Absent: the newest.
    Formato formato = Formato::recebido;
};

/// A file to save.
struct OriginalFile {
    std::string nome;
    std::string conteudo;
};

/// Gives a kept ficha back whole. `recebido` gives the bytes as they were received, which are the
/// legal original; the other formats carry everything the sender wrote, fields nobody declared too.
/// Leaves an audit row: the file holds personal data.
/// Errors: `not_found` RECEB-0002; `forbidden` ACESSO-0005; `unavailable` from the store.
Result<OriginalFile> read_original(const identity::Granted<identity::Permission::fichas_ver>& granted,
                                   const OriginalRequest& request, const Services& services);

}  // namespace aroeira::fichas
