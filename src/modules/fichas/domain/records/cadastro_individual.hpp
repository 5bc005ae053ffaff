// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cadastro.hpp"
#include "modules/fichas/domain/records/cadastro_individual_condicoes.hpp"
#include "modules/fichas/domain/records/cadastro_individual_identificacao.hpp"
#include "modules/fichas/domain/records/cadastro_individual_social.hpp"

/// Cadastro Individual (tipo 2). Source: LEDI 8.7.0, CI.
namespace aroeira::fichas::ledi {

struct CadastroIndividual : Record {
    Ref<CondicoesDeSaude> condicoesDeSaude;
    Ref<SituacaoRua> emSituacaoDeRua;
    Boolean fichaAtualizada;
    Ref<Identificacao> identificacaoUsuarioCidadao;
    Ref<SocioDemograficas> informacoesSocioDemograficas;
    Boolean statusTermoRecusaCadastroIndividualAtencaoBasica;
    Integer tpCdsOrigem;
    Text uuid, uuidFichaOriginadora;
    Ref<Saida> saidaCidadaoCadastro;
    Ref<UnicaLotacaoHeader> headerTransport;
    Ref<SocioEconomicas> informacoesSocioEconomicas;
};

// The XSD lacks informacoesSocioEconomicas; its place is the one of the official 8.1.0 example.
template <>
inline constexpr auto fields<CadastroIndividual> = record(
    field<1,  &CadastroIndividual::condicoesDeSaude>            .xml(1),
    field<3,  &CadastroIndividual::emSituacaoDeRua>             .xml(2),
    field<4,  &CadastroIndividual::fichaAtualizada>             .xml(3).required(),
    field<5,  &CadastroIndividual::identificacaoUsuarioCidadao> .xml(4),
    field<6,  &CadastroIndividual::informacoesSocioDemograficas>.xml(5),
    field<7,  &CadastroIndividual::statusTermoRecusaCadastroIndividualAtencaoBasica>.xml(8),
    field<8,  &CadastroIndividual::tpCdsOrigem>                 .xml(9).required(),
    field<9,  &CadastroIndividual::uuid>                        .xml(10).required().chars(36, 44),
    field<10, &CadastroIndividual::uuidFichaOriginadora>        .xml(11).required().chars(36, 44),
    field<12, &CadastroIndividual::saidaCidadaoCadastro>        .xml(7),
    field<13, &CadastroIndividual::headerTransport>             .xml(12).required(),
    field<16, &CadastroIndividual::informacoesSocioEconomicas>  .xml(6));

// ---- conditional rules ----

namespace individual {
inline constexpr std::int64_t kMasculino = 0;
inline constexpr int kGestanteFrom = 9, kGestanteTo = 60, kCriancaTo = 9;  ///< Unit: years.

/// The citizen signed the refusal; an unmarked term is no refusal.
inline bool is_refused(const CadastroIndividual& f) { return f.statusTermoRecusaCadastroIndividualAtencaoBasica == true; }
inline int age(const CadastroIndividual& f, const Context& c) {
    return f.identificacaoUsuarioCidadao ? c.age(f.identificacaoUsuarioCidadao->dataNascimentoCidadao) : -1;
}
}  // namespace individual

inline constexpr auto refusal_rules = std::array{
    Rule<CadastroIndividual>{
        .id = "CI-26",
        .field = "condicoesDeSaude",
        .message = "O cidadão recusou o cadastro, e mesmo assim o grupo foi preenchido.",
        .fix = "Retire o grupo, ou desmarque o termo de recusa.",
        .source = "LEDI 8.7.0, CI #1, #3 e #6",
        .each = [](const CadastroIndividual& f, const Context&, Breaches& found) {
            if (individual::is_refused(f))
                forbid_filled<&CadastroIndividual::condicoesDeSaude, &CadastroIndividual::emSituacaoDeRua,
                              &CadastroIndividual::informacoesSocioDemograficas>(f, found);
        }},
    // The 7.4.0 dictionary did not forbid them.
    Rule<CadastroIndividual>{
        .id = "CI-27",
        .field = "saidaCidadaoCadastro.motivoSaidaCidadao",
        .message = "O cidadão recusou o cadastro, e mesmo assim o campo foi preenchido.",
        .fix = "Retire o campo, ou desmarque o termo de recusa.",
        .source = "LEDI 8.7.0, CI, SaidaCidadaoCadastro #1, InformacoesSocioEconomicas #1 e #2",
        .since = {8, 4, 0},
        .each = [](const CadastroIndividual& f, const Context&, Breaches& found) {
            if (!individual::is_refused(f)) return;
            if (f.saidaCidadaoCadastro && f.saidaCidadaoCadastro->motivoSaidaCidadao)
                found.field("saidaCidadaoCadastro.motivoSaidaCidadao");
            forbid_filled<&CadastroIndividual::informacoesSocioEconomicas>(f, found);
        }},
    Rule<CadastroIndividual>{
        .id = "CI-28",
        .field = name_of<&CadastroIndividual::identificacaoUsuarioCidadao>,
        .message = "Falta a identificação do cidadão.",
        .fix = "Informe os dados do cidadão; só quem recusou o cadastro pode ficar sem eles.",
        .source = "LEDI 8.7.0, CI #5",
        .holds = [](const CadastroIndividual& f, const Context&) {
            return individual::is_refused(f) || f.identificacaoUsuarioCidadao;
        }},
    Rule<CadastroIndividual>{
        .id = "CI-29",
        .field = "emSituacaoDeRua.statusSituacaoRua",
        .message = "Falta dizer se o cidadão está em situação de rua.",
        .fix = "Informe sim ou não.",
        .source = "LEDI 8.7.0, CI, EmSituacaoDeRua #9",
        .holds = [](const CadastroIndividual& f, const Context&) {
            return individual::is_refused(f) || (f.emSituacaoDeRua && f.emSituacaoDeRua->statusSituacaoRua);
        }},
};

template <>
inline constexpr auto rules<CadastroIndividual> = join(
    general_rules<CadastroIndividual>, update_rules<CadastroIndividual>, refusal_rules,
    std::array{
        Rule<CadastroIndividual>{
            .id = "CI-30",
            .field = "condicoesDeSaude.statusEhGestante",
            .message = "A gestação não se aplica ao sexo masculino.",
            .fix = "Retire o campo, ou corrija o sexo.",
            .source = "LEDI 8.7.0, CI, CondicoesDeSaude #14",
            .holds = [](const CadastroIndividual& f, const Context&) {
                return !f.condicoesDeSaude || !f.condicoesDeSaude->statusEhGestante || !f.identificacaoUsuarioCidadao ||
                       f.identificacaoUsuarioCidadao->sexoCidadao != individual::kMasculino;
            }},
        Rule<CadastroIndividual>{
            .id = "CI-31",
            .field = "condicoesDeSaude.statusEhGestante",
            .message = "A gestação só se aplica de 9 a 60 anos de idade.",
            .fix = "Retire o campo, ou confira a data de nascimento.",
            .source = "LEDI 8.7.0, CI, CondicoesDeSaude #14",
            .holds = [](const CadastroIndividual& f, const Context& c) {
                const int age = individual::age(f, c);
                return !f.condicoesDeSaude || !f.condicoesDeSaude->statusEhGestante || age < 0 ||
                       (age >= individual::kGestanteFrom && age <= individual::kGestanteTo);
            }},
        Rule<CadastroIndividual>{
            .id = "CI-32",
            .field = "informacoesSocioDemograficas.relacaoParentescoCidadao",
            .message = "Só quem não é o responsável familiar tem parentesco com ele.",
            .fix = "Marque que o cidadão não é o responsável familiar, ou retire o parentesco.",
            .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #6",
            .holds = [](const CadastroIndividual& f, const Context&) {
                return !f.informacoesSocioDemograficas || !f.informacoesSocioDemograficas->relacaoParentescoCidadao ||
                       !f.identificacaoUsuarioCidadao || f.identificacaoUsuarioCidadao->statusEhResponsavel == false;
            }},
        Rule<CadastroIndividual>{
            .id = "CI-33",
            .field = "informacoesSocioDemograficas.responsavelPorCrianca",
            .message = "O responsável por criança só se aplica até os 9 anos de idade.",
            .fix = "Retire o campo, ou confira a data de nascimento.",
            .source = "LEDI 8.7.0, CI, InformacoesSocioDemograficas #17",
            .holds = [](const CadastroIndividual& f, const Context& c) {
                return !f.informacoesSocioDemograficas || !is_filled(f.informacoesSocioDemograficas->responsavelPorCrianca) ||
                       individual::age(f, c) <= individual::kCriancaTo;
            }},
        Rule<CadastroIndividual>{
            .id = "CI-34",
            .field = "saidaCidadaoCadastro.dataObito",
            .message = "A data do óbito não é possível.",
            .fix = "Confira: ela não é anterior ao nascimento, à entrada no Brasil nem à naturalização, "
                   "nem posterior ao atendimento.",
            .source = "LEDI 8.7.0, CI, SaidaCidadaoCadastro #2",
            .holds = [](const CadastroIndividual& f, const Context& c) {
                if (!f.saidaCidadaoCadastro) return true;
                const Long& died = f.saidaCidadaoCadastro->dataObito;
                const auto& person = f.identificacaoUsuarioCidadao;
                return c.day_ordered(died, c.attended_at) &&
                       (!person || (c.day_ordered(person->dataNascimentoCidadao, died) &&
                                    c.day_ordered(person->dtEntradaBrasil, died) &&
                                    c.day_ordered(person->dtNaturalizacao, died)));
            }},
    });

}  // namespace aroeira::fichas::ledi
