// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/filled.hpp"
#include "modules/fichas/domain/records/comum.hpp"

/// The social life of the citizen of a Cadastro Individual, and how it ended here. Source: LEDI
/// 8.7.0, CI, InformacoesSocioDemograficas, InformacoesSocioEconomicas, SaidaCidadaoCadastro.
namespace aroeira::fichas::ledi {

struct InformacoesSocioDemograficas : Record {
    List<std::int64_t> deficienciasCidadao;
    Long grauInstrucaoCidadao;
    Text ocupacaoCodigoCbo2002;
    Long orientacaoSexualCidadao, relacaoParentescoCidadao, situacaoMercadoTrabalhoCidadao;
    Boolean statusDesejaInformarOrientacaoSexual, statusFrequentaBenzedeira, statusFrequentaEscola,
        statusMembroPovoComunidadeTradicional, statusParticipaGrupoComunitario, statusPossuiPlanoSaudePrivado,
        statusTemAlgumaDeficiencia;
    Long identidadeGeneroCidadao;
    Boolean statusDesejaInformarIdentidadeGenero;
    List<std::int64_t> responsavelPorCrianca;
    Long coPovoComunidadeTradicional;
};
using SocioDemograficas = InformacoesSocioDemograficas;

template <>
inline constexpr auto fields<SocioDemograficas> = record(
    field<1,  &SocioDemograficas::deficienciasCidadao>           .items(1, 6).codes(tabela::DeficienciaCidadao),
    field<2,  &SocioDemograficas::grauInstrucaoCidadao>          .codes(tabela::CursoMaisElevado),
    field<4,  &SocioDemograficas::ocupacaoCodigoCbo2002>         .chars(6).codes(national::Cbo),
    field<5,  &SocioDemograficas::orientacaoSexualCidadao>       .codes(tabela::OrientacaoSexual),
    field<7,  &SocioDemograficas::relacaoParentescoCidadao>      .codes(tabela::RelacaoParentesco),
    field<9,  &SocioDemograficas::situacaoMercadoTrabalhoCidadao>.codes(tabela::SituacaoMercadoTrabalho),
    field<10, &SocioDemograficas::statusDesejaInformarOrientacaoSexual>,
    field<11, &SocioDemograficas::statusFrequentaBenzedeira>,
    field<12, &SocioDemograficas::statusFrequentaEscola>,
    field<13, &SocioDemograficas::statusMembroPovoComunidadeTradicional>,
    field<14, &SocioDemograficas::statusParticipaGrupoComunitario>,
    field<15, &SocioDemograficas::statusPossuiPlanoSaudePrivado>,
    field<16, &SocioDemograficas::statusTemAlgumaDeficiencia>,
    field<17, &SocioDemograficas::identidadeGeneroCidadao>       .codes(tabela::identidadeGeneroCidadao),
    field<18, &SocioDemograficas::statusDesejaInformarIdentidadeGenero>,
    field<19, &SocioDemograficas::responsavelPorCrianca>         .items(0, 6).codes(tabela::ResponsavelCrianca),
    field<20, &SocioDemograficas::coPovoComunidadeTradicional>   .codes(tabela::povoComunidadeTradicional));

/// TRIA, the two questions about lack of food.
struct InformacoesSocioEconomicas : Record {
    Boolean alimentosAcabaramAntesTerDinheiroComprarMais, comeuAlgunsAlimentosQueTinhaDinheiroAcabou;
};
using SocioEconomicas = InformacoesSocioEconomicas;

template <>
inline constexpr auto fields<SocioEconomicas> = record(
    field<1, &SocioEconomicas::alimentosAcabaramAntesTerDinheiroComprarMais>,
    field<2, &SocioEconomicas::comeuAlgunsAlimentosQueTinhaDinheiroAcabou>);

struct SaidaCidadaoCadastro : Record {
    Long motivoSaidaCidadao, dataObito;
    Text numeroDO;
};
using Saida = SaidaCidadaoCadastro;
inline constexpr std::int64_t kObito = 135;  ///< MotivoSaida.

template <>
inline constexpr auto fields<Saida> = record(
    field<1, &Saida::motivoSaidaCidadao>.codes(tabela::MotivoSaida),
    field<2, &Saida::dataObito>,
    field<3, &Saida::numeroDO>          .chars(9));

// ---- conditional rules ----

template <>
inline constexpr auto rules<SocioDemograficas> = std::array{
    Rule<SocioDemograficas>{
        .id = "CI-18",
        .field = name_of<&SocioDemograficas::deficienciasCidadao>,
        .message = "A lista de deficiências e a resposta de que o cidadão as tem não combinam.",
        .fix = "Informe pelo menos uma deficiência quando a resposta é sim, e nenhuma quando é não.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #1",
        .each = [](const SocioDemograficas& g, const Context&, Breaches& found) {
            items_follow<&SocioDemograficas::statusTemAlgumaDeficiencia, &SocioDemograficas::deficienciasCidadao>(g, found);
        }},
    Rule<SocioDemograficas>{
        .id = "CI-19",
        .field = name_of<&SocioDemograficas::statusDesejaInformarOrientacaoSexual>,
        .message = "Falta dizer se o cidadão deseja informar a orientação sexual ou a identidade de gênero.",
        .fix = "Informe sim ou não nos dois campos.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #8 e #16",
        .each = [](const SocioDemograficas& g, const Context&, Breaches& found) {
            if (is_filled(g))
                demand<&SocioDemograficas::statusDesejaInformarOrientacaoSexual,
                       &SocioDemograficas::statusDesejaInformarIdentidadeGenero>(g, found);
        }},
    Rule<SocioDemograficas>{
        .id = "CI-20",
        .field = name_of<&SocioDemograficas::orientacaoSexualCidadao>,
        .message = "O cidadão não deseja informar, e mesmo assim a resposta foi enviada.",
        .fix = "Retire a orientação sexual ou a identidade de gênero que ele não deseja informar.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #4 e #15",
        .each = [](const SocioDemograficas& g, const Context&, Breaches& found) {
            if (g.statusDesejaInformarOrientacaoSexual == false)
                forbid<&SocioDemograficas::orientacaoSexualCidadao>(g, found);
            if (g.statusDesejaInformarIdentidadeGenero == false)
                forbid<&SocioDemograficas::identidadeGeneroCidadao>(g, found);
        }},
    // The 7.4.0 dictionary did not ask for it.
    Rule<SocioDemograficas>{
        .id = "CI-21",
        .field = name_of<&SocioDemograficas::orientacaoSexualCidadao>,
        .message = "O cidadão deseja informar, e falta a resposta.",
        .fix = "Informe a orientação sexual ou a identidade de gênero, ou marque que ele não deseja informar.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #4 e #15",
        .since = {8, 4, 0},
        .each = [](const SocioDemograficas& g, const Context&, Breaches& found) {
            if (g.statusDesejaInformarOrientacaoSexual == true)
                demand<&SocioDemograficas::orientacaoSexualCidadao>(g, found);
            if (g.statusDesejaInformarIdentidadeGenero == true)
                demand<&SocioDemograficas::identidadeGeneroCidadao>(g, found);
        }},
    Rule<SocioDemograficas>{
        .id = "CI-22",
        .field = name_of<&SocioDemograficas::coPovoComunidadeTradicional>,
        .message = "Há povo ou comunidade tradicional, e o cidadão não é membro de nenhum.",
        .fix = "Retire o povo ou comunidade, ou marque que o cidadão é membro.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #18",
        .holds = [](const SocioDemograficas& g, const Context&) {
            return g.statusMembroPovoComunidadeTradicional != false || !g.coPovoComunidadeTradicional;
        }},
};

template <>
inline constexpr auto rules<SocioEconomicas> = std::array{
    Rule<SocioEconomicas>{
        .id = "CI-23",
        .field = name_of<&SocioEconomicas::alimentosAcabaramAntesTerDinheiroComprarMais>,
        .message = "A TRIA foi respondida pela metade.",
        .fix = "Responda às duas perguntas, ou a nenhuma.",
        .source = "LEDI 8.7.0, CI, InformacoesSocioEconomicas #1 e #2",
        .each = [](const SocioEconomicas& g, const Context&, Breaches& found) {
            if (is_filled(g))
                demand<&SocioEconomicas::alimentosAcabaramAntesTerDinheiroComprarMais,
                       &SocioEconomicas::comeuAlgunsAlimentosQueTinhaDinheiroAcabou>(g, found);
        }},
};

template <>
inline constexpr auto rules<Saida> = std::array{
    Rule<Saida>{
        .id = "CI-24",
        .field = name_of<&Saida::dataObito>,
        .message = "A data do óbito existe se, e somente se, o motivo da saída é óbito.",
        .fix = "Informe a data do óbito com o motivo 135, ou retire-a.",
        .source = "LEDI 8.7.0, CI, SaidaCidadaoCadastro #2",
        .holds = [](const Saida& g, const Context&) { return present(g.dataObito) == (g.motivoSaidaCidadao == kObito); }},
    Rule<Saida>{
        .id = "CI-25",
        .field = name_of<&Saida::numeroDO>,
        .message = "O número da declaração de óbito só se aplica à saída por óbito.",
        .fix = "Retire o número, ou informe o motivo 135.",
        .source = "LEDI 8.7.0, CI, SaidaCidadaoCadastro #3",
        .holds = [](const Saida& g, const Context&) { return g.motivoSaidaCidadao == kObito || !is_filled(g.numeroDO); }},
};

}  // namespace aroeira::fichas::ledi
