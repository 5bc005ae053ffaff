// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/domain/alcance.hpp"
#include "modules/relatorios/domain/resultado.hpp"
#include "modules/relatorios/operations/services.hpp"

namespace aroeira::relatorios {

/// A report as somebody asks for it. "" is no choice.
struct Pedido {
    std::string relatorio{};
    std::string inicio{}, fim{};       ///< AAAA-MM-DD. A consolidated report may have none: then it is of all time.
    std::string cnes{}, ine{}, cbo{};
    std::string profissional{};        ///< Id in the registry of professionals.
    std::vector<std::string> grupos{}; ///< Codes; none: all.
    Forma forma = Forma::sintetico;
    std::optional<Ibge> municipio{};
};

/// What it says, with the names of those it names.
struct Consulta {
    const Relatorio* relatorio = nullptr;
    Resultado resultado{};
    std::optional<Instant> processado{};           ///< When the numbers were brought up to date.
    std::map<std::string, std::string> unidades{};      ///< Name by CNES, of the analítico.
    std::map<std::string, std::string> equipes{};       ///< Name by INE.
    std::map<std::string, std::string> profissionais{}; ///< Name by CNS.
};

/// Errors: `not_found` RELAT-0002; `invalid_input` RELAT-0006 (naming the field), RELAT-0007 (over the fator);
/// `forbidden` RELAT-0005, ACESSO-0005. Cost: the rows of the period, no ficha. Source: manual PEC, 8.
Result<Consulta> consult(const MaySee& granted, const AcessoAtivo& acesso, const Pedido& pedido, const Services& services);

/// What somebody may choose from.
struct Escolhas {
    Alcance alcance{};
    std::optional<Instant> processado{};
    std::vector<estabelecimentos::NomeDeUnidade> unidades{};
    std::vector<estabelecimentos::NomeDeEquipe> equipes{};
    std::vector<std::string> cbos{};
};
Result<Escolhas> choices(const MaySee& granted, const AcessoAtivo& acesso, const std::optional<Ibge>& municipio, const Services& services);
/// At most 30 professionals whose name holds `busca`, in reach. Errors: as `consult`.
Result<std::vector<estabelecimentos::NomeDeProfissional>> find_profissionais(const MaySee& granted, const AcessoAtivo& acesso,
                                                                            const std::optional<Ibge>& municipio, std::string_view cnes,
                                                                            std::string_view busca, const Services& services);

/// The fator in force.
Result<Fator> fator_of(const Relatorio& relatorio, Ports& ports);

}  // namespace aroeira::relatorios
