// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/filled.hpp"
#include "modules/fichas/domain/records/cidadao.hpp"

/// Rules about where a citizen was born and to whom, for the records that register a person. They
/// spell these members the same way. Source: LEDI 8.7.0, IdentificacaoUsuarioCidadao and AE.
namespace aroeira::fichas::ledi {

namespace identidade {
inline constexpr std::int64_t kBrasileira = 1, kNaturalizado = 2, kEstrangeiro = 3;
inline constexpr std::int64_t kBrasil = 31, kIndigena = 5;
}  // namespace identidade

/// Each nationality has its own data, required for it and of no other.
template <class T>
inline constexpr auto nationality_rules = std::array{
    Rule<T>{
        .id = "NAC-01",
        .field = "codigoIbgeMunicipioNascimento",
        .message = "O município de nascimento existe se, e somente se, a nacionalidade é brasileira.",
        .fix = "Informe o código IBGE do município de nascimento do brasileiro, ou retire-o dos demais.",
        .source = "LEDI 8.7.0, codigoIbgeMunicipioNascimento",
        .holds = [](const T& p, const Context&) {
            return !p.nacionalidadeCidadao ||
                   is_filled(p.codigoIbgeMunicipioNascimento) == (p.nacionalidadeCidadao == identidade::kBrasileira);
        }},
    Rule<T>{
        .id = "NAC-02",
        .field = "paisNascimento",
        .message = "O país de nascimento de um brasileiro é o Brasil.",
        .fix = "Informe 31 (Brasil), ou corrija a nacionalidade.",
        .source = "LEDI 8.7.0, paisNascimento",
        .holds = [](const T& p, const Context&) {
            return p.nacionalidadeCidadao != identidade::kBrasileira || p.paisNascimento == identidade::kBrasil;
        }},
    Rule<T>{
        .id = "NAC-03",
        .field = "paisNascimento",
        .message = "Falta o país de nascimento do estrangeiro.",
        .fix = "Informe o código do país em que a pessoa nasceu.",
        .source = "LEDI 8.7.0, paisNascimento",
        .holds = [](const T& p, const Context&) {
            return p.nacionalidadeCidadao != identidade::kEstrangeiro || p.paisNascimento;
        }},
    Rule<T>{
        .id = "NAC-04",
        .field = "paisNascimento",
        .message = "O país de nascimento não se aplica a um naturalizado.",
        .fix = "Retire o país de nascimento, ou corrija a nacionalidade.",
        .source = "LEDI 8.7.0, paisNascimento",
        .holds = [](const T& p, const Context&) {
            return p.nacionalidadeCidadao != identidade::kNaturalizado || !p.paisNascimento;
        }},
    Rule<T>{
        .id = "NAC-05",
        .field = "paisNascimento",
        .message = "O país não existe na tabela.",
        .fix = "Use um código da tabela de países do LEDI.",
        .source = "LEDI 8.7.0, paisNascimento",
        .holds = [](const T& p, const Context&) { return !p.paisNascimento || national::has_pais(*p.paisNascimento); }},
    Rule<T>{
        .id = "NAC-06",
        .field = "dtNaturalizacao",
        .message = "A data e a portaria de naturalização existem se, e somente se, a pessoa é naturalizada.",
        .fix = "Informe as duas para o naturalizado, ou retire-as dos demais.",
        .source = "LEDI 8.7.0, dtNaturalizacao e portariaNaturalizacao",
        .each = [](const T& p, const Context&, Breaches& found) {
            if (!p.nacionalidadeCidadao) return;
            if (p.nacionalidadeCidadao == identidade::kNaturalizado)
                demand_filled<&T::dtNaturalizacao, &T::portariaNaturalizacao>(p, found);
            else
                forbid_filled<&T::dtNaturalizacao, &T::portariaNaturalizacao>(p, found);
        }},
    Rule<T>{
        .id = "NAC-07",
        .field = "dtEntradaBrasil",
        .message = "A data de entrada no Brasil existe se, e somente se, a pessoa é estrangeira.",
        .fix = "Informe a data de entrada do estrangeiro, ou retire-a dos demais.",
        .source = "LEDI 8.7.0, dtEntradaBrasil",
        .holds = [](const T& p, const Context&) {
            return !p.nacionalidadeCidadao || present(p.dtEntradaBrasil) == (p.nacionalidadeCidadao == identidade::kEstrangeiro);
        }},
    Rule<T>{
        .id = "NAC-08",
        .field = "dtNaturalizacao",
        .message = "A data é anterior ao nascimento ou posterior ao atendimento.",
        .fix = "Confira a data de naturalização ou de entrada no Brasil.",
        .source = "LEDI 8.7.0, dtNaturalizacao e dtEntradaBrasil",
        .each = [](const T& p, const Context& c, Breaches& found) {
            const auto between = [&](const Long& date) {
                return c.day_ordered(p.dataNascimentoCidadao, date) && c.day_ordered(date, c.attended_at);
            };
            if (!between(p.dtNaturalizacao)) found.field("dtNaturalizacao");
            if (!between(p.dtEntradaBrasil)) found.field("dtEntradaBrasil");
        }},
};

template <class T>
inline constexpr auto ethnicity_rules = std::array{
    Rule<T>{
        .id = "ETNIA-01",
        .field = "etnia",
        .message = "A etnia existe se, e somente se, a raça/cor é indígena.",
        .fix = "Informe a etnia da pessoa indígena, ou retire-a das demais.",
        .source = "LEDI 8.7.0, etnia",
        .holds = [](const T& p, const Context&) {
            return present(p.etnia) == (p.racaCorCidadao == identidade::kIndigena);
        }},
};

/// A parent is unknown or has a name, never both. Requiring the name is the record's own rule.
template <class T>
inline constexpr auto parent_rules = std::array{
    Rule<T>{
        .id = "FILIACAO-01",
        .field = "nomeMaeCidadao",
        .message = "A mãe foi marcada como desconhecida e mesmo assim tem nome.",
        .fix = "Retire o nome da mãe, ou desmarque que é desconhecida.",
        .source = "LEDI 8.7.0, nomeMaeCidadao",
        .holds = [](const T& p, const Context&) { return p.desconheceNomeMae != true || !is_filled(p.nomeMaeCidadao); }},
    Rule<T>{
        .id = "FILIACAO-02",
        .field = "nomePaiCidadao",
        .message = "O pai foi marcado como desconhecido e mesmo assim tem nome.",
        .fix = "Retire o nome do pai, ou desmarque que é desconhecido.",
        .source = "LEDI 8.7.0, nomePaiCidadao",
        .holds = [](const T& p, const Context&) { return p.desconheceNomePai != true || !is_filled(p.nomePaiCidadao); }},
};

}  // namespace aroeira::fichas::ledi
