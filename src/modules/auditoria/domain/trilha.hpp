// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"

namespace aroeira::auditoria {

struct Trilha;
using TrilhaId = Id<Trilha>;

enum class Formato : std::uint8_t { csv, pdf };
enum class Situacao : std::uint8_t { gerando, concluida, falhou, cancelada };
std::string_view name_of(Formato formato);
std::string_view name_of(Situacao situacao);
std::optional<Formato> formato_of(std::string_view name);
std::optional<Situacao> situacao_of(std::string_view name);

/// How long a generated file is kept.
inline constexpr std::chrono::days kKept{7};

/// A trail somebody asked for: a line of the history, and its file while it is kept.
struct Trilha {
    TrilhaId id;
    std::string municipio{};  ///< '' of the installation.
    std::string ator{};
    Formato formato = Formato::csv;
    Situacao situacao = Situacao::gerando;
    std::string filtros{};    ///< JSON of `Filtros`.
    std::string trabalho{};
    std::string motivo{};     ///< pt-BR, why it failed.
    std::int64_t eventos = 0;
    std::int64_t tamanho = 0; ///< Bytes.
    std::string soma{};       ///< SHA-256 of the file, hexadecimal.
    Instant criada{};
    std::optional<Instant> terminada{};

    [[nodiscard]] Instant expira() const { return terminada.value_or(criada) + kKept; }
};

struct TrilhaPage {
    std::vector<Trilha> items{};
    std::int64_t total = 0;
};

class TrilhaStore {
public:
    virtual ~TrilhaStore() = default;
    virtual Result<void> insert(const Trilha& trilha) = 0;
    /// Errors: `not_found` AUDITORIA-0002.
    virtual Result<Trilha> find(std::string_view municipio, const TrilhaId& id) = 0;
    virtual Result<std::optional<Trilha>> find_of_trabalho(std::string_view trabalho) = 0;
    /// The newest first; pages of 30, from 1.
    virtual Result<TrilhaPage> list(std::string_view municipio, std::int64_t page) = 0;
    /// Of one that is being generated: situacao, motivo, eventos, tamanho, soma, terminada. False when it no longer is.
    virtual Result<bool> end(const Trilha& trilha) = 0;
    /// Keeps the next part of the file. Errors: `conflict` AUDITORIA-0004 when it is no longer being generated.
    virtual Result<void> add_part(const Trilha& trilha, std::int64_t part, std::string_view bytes) = 0;
    virtual Result<std::optional<std::string>> part(std::string_view municipio, const TrilhaId& id, std::int64_t part) = 0;
    virtual Result<void> remove_parts(std::string_view municipio, const TrilhaId& id) = 0;
    /// The files of those that ended before, and what was searched for; the lines of the history stay.
    virtual Result<void> expire(Instant ended_before) = 0;
};

/// Whose trail it is, for the head of what is exported. Source: SBIS NGS1.07.08.
struct Institution {
    std::string instalacao{};  ///< Name of the installation.
    std::string municipio{};   ///< "São Cristóvão - SE (2806701)"; "" of the installation.
    int utc_offset_minutes = -180;
};

/// Implemented in app/wiring over the modules that know.
class Institutions {
public:
    virtual ~Institutions() = default;
    /// Errors: `unavailable` DB-0004; `not_found` INST-0001.
    virtual Result<Institution> describe(std::string_view municipio) = 0;
};

}  // namespace aroeira::auditoria
