// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/gestao/api/agenda_padrao.hpp"

/// When a professional attends in a lotação. Source: manual PEC 3.5.5 to 3.5.7.
namespace aroeira::agenda {

using gestao::Periodo;

/// Where the hours of a lotação come from.
enum class Situacao : std::uint8_t {
    nenhuma,      ///< Several lotações, and nobody said which hours are of this one.
    automatica,   ///< The only lotação of the professional: the hours of the município.
    configurada,  ///< Somebody chose them.
};
std::string_view name_of(Situacao situacao);

struct Configuracao {
    std::vector<Periodo> periodos{};
    std::int64_t versao = 0;  ///< 0: never saved.
};

/// A moment of the week at which an appointment may begin. Unit: minutes after local midnight.
struct Horario {
    int dia = 1;  ///< 1 is Monday, 7 Sunday.
    int minutos = 0;
    friend auto operator<=>(const Horario&, const Horario&) = default;
};

enum class Motivo : std::uint8_t { atestado, curso, ferias, licenca, reuniao, outro };
inline constexpr std::array kMotivos{Motivo::atestado, Motivo::curso, Motivo::ferias, Motivo::licenca, Motivo::reuniao, Motivo::outro};
std::string_view name_of(Motivo motivo);
std::optional<Motivo> motivo_of(std::string_view name);

/// Days on which nobody is attended.
struct Fechamento {
    Id<Fechamento> id;
    std::string inicio{}, fim{};  ///< AAAA-MM-DD, both included.
    Motivo motivo = Motivo::outro;
    std::string especificacao{};  ///< Only of `outro`.
    Instant criado{};
};
using FechamentoId = Id<Fechamento>;

struct Online {
    std::vector<Horario> horarios{};
    std::int64_t versao = 0;  ///< 0: never saved.
};

/// Errors of every method: `unavailable` DB-0004.
class AgendaStore {
public:
    virtual ~AgendaStore() = default;
    virtual Result<std::optional<Configuracao>> find(const Ibge& municipio, std::string_view lotacao) = 0;
    /// Over the version it carries. Errors: `conflict` AGENDA-0003 when another one is there.
    virtual Result<void> save(const Ibge& municipio, std::string_view lotacao, const Configuracao& configuracao) = 0;
    /// The latest first; at most `kFechamentosMax`.
    virtual Result<std::vector<Fechamento>> fechamentos(const Ibge& municipio, std::string_view lotacao) = 0;
    /// Whether some of these days is closed already.
    virtual Result<bool> closed_in(const Ibge& municipio, std::string_view lotacao, std::string_view inicio, std::string_view fim) = 0;
    virtual Result<void> insert(const Ibge& municipio, std::string_view lotacao, const Fechamento& fechamento) = 0;
    /// Whether it was there.
    virtual Result<bool> remove(const Ibge& municipio, std::string_view lotacao, const FechamentoId& id) = 0;
    virtual Result<Online> online(const Ibge& municipio, std::string_view lotacao) = 0;
    /// Errors: `conflict` AGENDA-0003.
    virtual Result<void> save_online(const Ibge& municipio, std::string_view lotacao, const Online& online) = 0;
    /// Everything of a lotação that is no more.
    virtual Result<void> forget(const Ibge& municipio, std::string_view lotacao) = 0;
};
inline constexpr int kFechamentosMax = 300;

/// The periods in order. Errors: `invalid_input` AGENDA-0002, by field ("periodos.3" for Wednesday): none at all, hours
/// that do not exist or end before they begin, periods that overlap, more than four in a day.
Result<std::vector<Periodo>> checked(std::vector<Periodo> periodos);

/// Where an appointment of so many minutes fits.
std::vector<Horario> horarios_of(const std::vector<Periodo>& periodos, int minutes);

/// Errors: `invalid_input` AGENDA-0005, by field: no day, the end before the beginning, more than two years, «Especifique» left out.
Result<Fechamento> checked(Fechamento fechamento);

}  // namespace aroeira::agenda
