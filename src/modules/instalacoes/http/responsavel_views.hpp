// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/instalacoes/operations/responsaveis.hpp"
#include "platform/json/json.hpp"

/// What the screen «Municípios e Responsáveis» sends and reads.
namespace aroeira::instalacoes::views {

struct ResponsavelMunicipal {
    std::string nome{};
    std::int64_t desde_ms = 0;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("nome", &ResponsavelMunicipal::nome), json::field("desde_ms", &ResponsavelMunicipal::desde_ms),
                                              json::field("versao", &ResponsavelMunicipal::versao)};
};

struct MunicipioDaInstalacao {
    std::string ibge{};
    std::string nome{};
    std::string uf{};
    std::optional<ResponsavelMunicipal> responsavel{};
    static constexpr auto fields = std::tuple{json::field("ibge", &MunicipioDaInstalacao::ibge), json::field("nome", &MunicipioDaInstalacao::nome),
                                              json::field("uf", &MunicipioDaInstalacao::uf),
                                              json::field("responsavel", &MunicipioDaInstalacao::responsavel, "Ausente quando ninguém responde por ele.")};
};

struct MunicipiosDaInstalacao {
    std::vector<MunicipioDaInstalacao> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &MunicipiosDaInstalacao::itens), json::field("total", &MunicipiosDaInstalacao::total)};
};

struct ResponsavelEscolhido {
    std::string base{};
    std::string profissional{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("base", &ResponsavelEscolhido::base, "Código IBGE do município em cujo cadastro está o profissional."),
                                              json::field("profissional", &ResponsavelEscolhido::profissional),
                                              json::field("versao", &ResponsavelEscolhido::versao, "A que se leu; 0 quando ninguém respondia por ele.")};
};

struct MunicipioNacional {
    std::string ibge{};
    std::string nome{};
    std::string uf{};
    static constexpr auto fields = std::tuple{json::field("ibge", &MunicipioNacional::ibge), json::field("nome", &MunicipioNacional::nome), json::field("uf", &MunicipioNacional::uf)};
};

struct MunicipiosNacionais {
    std::vector<MunicipioNacional> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &MunicipiosNacionais::itens, "No máximo 30.")};
};

struct ProfissionalDaBase {
    std::string base{};
    std::string id{};
    std::string nome{};
    std::string cpf{};
    static constexpr auto fields = std::tuple{json::field("base", &ProfissionalDaBase::base), json::field("id", &ProfissionalDaBase::id),
                                              json::field("nome", &ProfissionalDaBase::nome), json::field("cpf", &ProfissionalDaBase::cpf, "Só o meio, para distinguir homônimos.")};
};

struct ProfissionaisDaBase {
    std::vector<ProfissionalDaBase> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &ProfissionaisDaBase::itens, "No máximo 30.")};
};

MunicipioDaInstalacao of(const MunicipioComResponsavel& one);
ProfissionalDaBase of(const LocalProfessional& one);
/// At most 30 whose name or code has the words, those that begin with them first.
MunicipiosNacionais municipios_with(std::string_view busca);

}  // namespace aroeira::instalacoes::views
