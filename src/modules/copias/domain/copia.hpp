// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"

namespace aroeira::copias {

struct Copia;
using CopiaId = Id<Copia>;

enum class Origem : std::uint8_t { agendada, pedida };
enum class Situacao : std::uint8_t { concluida, falhou, removida };
std::string_view name_of(Origem origem);
std::string_view name_of(Situacao situacao);

/// One copy that was made, or failed to be.
struct Copia {
    CopiaId id;
    Origem origem = Origem::pedida;
    std::string arquivo{};    ///< The whole path.
    Situacao situacao = Situacao::concluida;
    std::string mensagem{};   ///< The cause and the next step, when it failed.
    std::int64_t tamanho = 0;
    std::int64_t linhas = 0;
    std::string sha256{};     ///< Of the file, hexadecimal.
    std::string ator{};
    Instant iniciada{};
    Instant concluida{};
};

/// What is made every night by itself. Its key only closes copies.
struct Agenda {
    std::string pasta{};
    int minuto = 0;     ///< After local midnight.
    int manter = 7;     ///< Copies that stay.
    std::string sal{};
    std::int64_t passadas = 0;
    std::int64_t memoria_kib = 0;
    std::string chave_publica{};
    std::string ator{};
    Instant desde{};
};

/// How the installation stands: the administrator is told on the «Tela inicial» until it is `em_dia`.
enum class Standing : std::uint8_t { em_dia, sem_agenda, sem_copia, falhou, atrasada };
std::string_view name_of(Standing standing);

/// `last` is the newest scheduled one, of whatever situação.
Standing standing_of(const std::optional<Agenda>& agenda, const std::optional<Copia>& last, Instant now);

/// The next time it is `minuto` where the installation is.
Instant next_time(int minuto, Instant now, int utc_offset_minutes);

/// The name of a copy made at `now`, e.g. "aroeira-20261128-230000.copia", in UTC.
std::string file_name_at(Instant now);

class CopiaStore {
public:
    virtual ~CopiaStore() = default;
    virtual Result<std::optional<Agenda>> agenda() = 0;
    virtual Result<void> put_agenda(const Agenda& agenda) = 0;
    virtual Result<void> remove_agenda() = 0;
    virtual Result<void> insert(const Copia& copia) = 0;
    /// The newest scheduled one that was not removed.
    virtual Result<std::optional<Copia>> last_scheduled() = 0;
    /// The newest first, from `skip`, one more than `limit` when there are more.
    virtual Result<std::vector<Copia>> list(std::int64_t limit, std::int64_t skip) = 0;
    /// Scheduled ones that ended well, beyond the newest `keep`; at most a hundred.
    virtual Result<std::vector<Copia>> beyond(std::int64_t keep) = 0;
    virtual Result<void> mark_removed(const CopiaId& id) = 0;
};

}  // namespace aroeira::copias
