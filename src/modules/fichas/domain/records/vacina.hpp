// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/national_vacinacao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// One vaccine of the Ficha de Vacinação: given now, or copied from the citizen's card.
/// Source: LEDI 8.7.0, VacinaRow; earlier releases by «Principais alterações».
namespace aroeira::fichas::ledi {

struct VacinaRow : Record {
    Long imunobiologico, estrategiaVacinacao, dose;
    Text lote, fabricante;
    Long grupoAtendimento;
    Boolean stRegistroAnterior;
    Long dataRegistroAnterior;
    Boolean stAplicadoExterior;
    Text uuidRnds, cboPrescritorCodigo2002, cid10MotivoIndicacao;
    Boolean stPesquisaClinica;
    Text anvisaProtocoloEstudo, anvisaProtocoloVersao, anvisaNumeroRegistro;
    Long viaAdministracao, localAplicacao;
    Text coRndsFabricante;
};

namespace vacina {
inline bool is_lote(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '.' || c == '-';
    });
}
inline constexpr TextTest lote{"O lote aceita só letras, números, barra, ponto e hífen.",
                               "Copie o lote do frasco, sem espaços nem acentos.", is_lote};
inline constexpr TextTable fabricantes{"coRndsFabricante do LEDI", {}, national::has_fabricante};
inline constexpr TextTable prescritores{"cboPrescritor do LEDI", {}, national::is_prescritor};
inline constexpr TextTable cid10{"CID-10", {}, national::has_cid10};

inline constexpr std::int64_t kEspecial = 2, kPesquisa = 11, kIntramuscularProfunda = 4;
/// The vaccines against COVID-19 that may have been given abroad.
inline constexpr CodeSet kCovid{85, 86, 87, 88, 89, 95, 96, 97, 98, 99, 102, 103, 105, 112};

/// Copied from the card of the citizen; anything else was given in this care.
inline bool is_copied(const VacinaRow& v) { return v.stRegistroAnterior == true; }
inline bool is_given_now(const VacinaRow& v) { return v.stRegistroAnterior == false; }
inline bool may_be_from_abroad(const VacinaRow& v) {
    return is_copied(v) && v.imunobiologico && kCovid.has(*v.imunobiologico);
}
}  // namespace vacina

template <>
inline constexpr auto fields<VacinaRow> = record(
    field<1,  &VacinaRow::imunobiologico>         .xml(1).required().codes(tabela::Imunobiologico),
    field<2,  &VacinaRow::estrategiaVacinacao>    .xml(2).codes(tabela::EstrategiaVacinacao),
    field<3,  &VacinaRow::dose>                   .xml(3).required().codes(tabela::Dose),
    field<4,  &VacinaRow::lote>                   .xml(4).chars(1, 30).must(vacina::lote),
    field<5,  &VacinaRow::fabricante>             .xml(5).until(8, 4, 0),
    field<6,  &VacinaRow::grupoAtendimento>       .xml(7).codes(tabela::GrupoDeAtendimento),
    field<7,  &VacinaRow::stRegistroAnterior>     .xml(8).required(),
    field<8,  &VacinaRow::dataRegistroAnterior>   .xml(9),
    field<9,  &VacinaRow::stAplicadoExterior>     .xml(16),
    field<10, &VacinaRow::uuidRnds>               .xml(19),
    field<11, &VacinaRow::cboPrescritorCodigo2002>.xml(10).codes(vacina::prescritores),
    field<12, &VacinaRow::cid10MotivoIndicacao>   .xml(11).codes(vacina::cid10),
    field<13, &VacinaRow::stPesquisaClinica>      .xml(12).required(),
    field<14, &VacinaRow::anvisaProtocoloEstudo>  .xml(13).chars(0, 10),
    field<15, &VacinaRow::anvisaProtocoloVersao>  .xml(14).chars(0, 10),
    field<16, &VacinaRow::anvisaNumeroRegistro>   .xml(15).chars(0, 10),
    field<17, &VacinaRow::viaAdministracao>       .xml(17).since(7, 3, 0).required().codes(tabela::viaAdministracaoImunobiologico),
    field<18, &VacinaRow::localAplicacao>         .xml(18).since(7, 3, 0).required().codes(tabela::localAplicacao),
    field<19, &VacinaRow::coRndsFabricante>       .xml(6).since(8, 4, 0).codes(vacina::fabricantes));

// ---- conditional rules ----

template <>
inline constexpr auto rules<VacinaRow> = std::array{
    Rule<VacinaRow>{
        .id = "VAC-20",
        .field = "lote",
        .message = "A vacina foi aplicada neste atendimento e falta este dado da aplicação.",
        .fix = "Informe a estratégia, o lote e o grupo de atendimento, ou marque que é registro anterior.",
        .source = "LEDI 8.7.0, VacinaRow #2, #4 e #6",
        .each = [](const VacinaRow& v, const Context&, Breaches& found) {
            if (vacina::is_given_now(v))
                demand<&VacinaRow::estrategiaVacinacao, &VacinaRow::lote, &VacinaRow::grupoAtendimento>(v, found);
        }},
    Rule<VacinaRow>{
        .id = "VAC-21",
        .field = "coRndsFabricante",
        .message = "A vacina foi aplicada neste atendimento e falta o código do fabricante.",
        .fix = "Informe o código do fabricante na RNDS, ou marque que é registro anterior.",
        .source = "LEDI 8.7.0, VacinaRow #5",
        .since = {8, 4, 0},
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::is_given_now(v) || present(v.coRndsFabricante); }},
    Rule<VacinaRow>{
        .id = "VAC-22",
        .field = "fabricante",
        .message = "A vacina foi aplicada neste atendimento e falta o nome do fabricante.",
        .fix = "Informe o fabricante, ou marque que é registro anterior.",
        .source = "LEDI 7.4.2, VacinaRow #5",
        .until = {8, 4, 0},
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::is_given_now(v) || present(v.fabricante); }},
    Rule<VacinaRow>{
        .id = "VAC-23",
        .field = "dataRegistroAnterior",
        .message = "A vacina foi aplicada neste atendimento, e mesmo assim tem data de registro anterior.",
        .fix = "Retire a data, ou marque que é registro anterior.",
        .source = "LEDI 8.7.0, VacinaRow #8",
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::is_given_now(v) || !v.dataRegistroAnterior; }},
    Rule<VacinaRow>{
        .id = "VAC-24",
        .field = "dataRegistroAnterior",
        .message = "O registro anterior não diz quando a vacina foi aplicada.",
        .fix = "Informe a data que está na caderneta.",
        .source = "LEDI 8.7.0, VacinaRow #8",
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::is_copied(v) || v.dataRegistroAnterior; }},
    Rule<VacinaRow>{
        .id = "VAC-25",
        .field = "dataRegistroAnterior",
        .message = "A data do registro anterior é posterior à data do atendimento.",
        .fix = "Confira a data da caderneta e a data do atendimento.",
        .source = "LEDI 8.7.0, VacinaRow #8",
        .holds = [](const VacinaRow& v, const Context& c) { return c.day_ordered(v.dataRegistroAnterior, c.attended_at); }},
    Rule<VacinaRow>{
        .id = "VAC-26",
        .field = "grupoAtendimento",
        .message = "Um registro anterior não tem grupo de atendimento.",
        .fix = "Retire o grupo de atendimento, ou desmarque o registro anterior.",
        .source = "LEDI 8.7.0, VacinaRow #6",
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::is_copied(v) || !v.grupoAtendimento; }},
    Rule<VacinaRow>{
        .id = "VAC-27",
        .field = "grupoAtendimento",
        .message = "O grupo de atendimento está inativo e não vale para uma aplicação nova.",
        .fix = "Escolha um grupo ativo da tabela de grupos de atendimento.",
        .source = "LEDI 8.7.0, dicionário, Grupo de atendimento",
        .since = {8, 4, 1},
        .holds = [](const VacinaRow& v, const Context&) {
            return !vacina::is_given_now(v) || !v.grupoAtendimento || !tabela::GrupoDeAtendimento.has(*v.grupoAtendimento) ||
                   national::is_grupo_active(*v.grupoAtendimento);
        }},
    Rule<VacinaRow>{
        .id = "VAC-28",
        .field = "estrategiaVacinacao",
        .message = "Um registro anterior só tem estratégia quando é de pesquisa.",
        .fix = "Retire a estratégia, ou use 11 (Pesquisa).",
        .source = "LEDI 8.7.0, VacinaRow #2",
        .holds = [](const VacinaRow& v, const Context&) {
            return !vacina::is_copied(v) || !v.estrategiaVacinacao || v.estrategiaVacinacao == vacina::kPesquisa;
        }},
    Rule<VacinaRow>{
        .id = "VAC-29",
        .field = "imunobiologico",
        .message = "Esta vacina não se aplica hoje: só vale como transcrição de caderneta.",
        .fix = "Marque que é registro anterior, ou confira o imunobiológico.",
        .source = "LEDI 8.7.0, Regras de vacinação",
        .holds = [](const VacinaRow& v, const Context& c) {
            return !vacina::is_given_now(v) || !v.imunobiologico || !tabela::Imunobiologico.has(*v.imunobiologico) ||
                   national::may_be_given(*v.imunobiologico, c.version);
        }},
    Rule<VacinaRow>{
        .id = "VAC-30",
        .field = "dose",
        .message = "A vacina não é aplicada nesta dose por esta estratégia.",
        .fix = "Confira a dose e a estratégia; envie a estratégia pelo código do e-SUS, não pelo da RNDS.",
        .source = "LEDI 8.7.0, Regras de vacinação",
        .holds = [](const VacinaRow& v, const Context& c) {
            return !vacina::is_given_now(v) || !all(v.imunobiologico, v.estrategiaVacinacao, v.dose) ||
                   !national::may_be_given(*v.imunobiologico, c.version) ||
                   national::has_vaccine_rule(*v.imunobiologico, *v.estrategiaVacinacao, *v.dose, c.version);
        }},
    Rule<VacinaRow>{
        .id = "VAC-31",
        .field = "stAplicadoExterior",
        .message = "Só um registro anterior de vacina contra a COVID-19 pode ter sido aplicado no exterior.",
        .fix = "Retire a marca de aplicação no exterior, ou confira o imunobiológico e o registro anterior.",
        .source = "LEDI 8.7.0, VacinaRow #9",
        // A `false` says what absence says, and the examples of the Ministério send it in every row.
        .holds = [](const VacinaRow& v, const Context&) { return v.stAplicadoExterior != true || vacina::may_be_from_abroad(v); }},
    Rule<VacinaRow>{
        .id = "VAC-32",
        .field = "stAplicadoExterior",
        .message = "O registro anterior de vacina contra a COVID-19 não diz se foi aplicada no exterior.",
        .fix = "Informe se a vacina foi aplicada no exterior.",
        .source = "LEDI 8.7.0, VacinaRow #9",
        .holds = [](const VacinaRow& v, const Context&) { return !vacina::may_be_from_abroad(v) || v.stAplicadoExterior; }},
    Rule<VacinaRow>{
        .id = "VAC-33",
        .field = "cboPrescritorCodigo2002",
        .message = "A estratégia especial exige quem prescreveu e por que motivo.",
        .fix = "Informe o CBO de quem prescreveu e o CID-10 que motivou a indicação.",
        .source = "LEDI 8.7.0, VacinaRow #10 e #11",
        .each = [](const VacinaRow& v, const Context&, Breaches& found) {
            if (v.estrategiaVacinacao == vacina::kEspecial)
                demand<&VacinaRow::cboPrescritorCodigo2002, &VacinaRow::cid10MotivoIndicacao>(v, found);
        }},
    Rule<VacinaRow>{
        .id = "VAC-34",
        .field = "anvisaProtocoloEstudo",
        .message = "A aplicação é de pesquisa clínica e falta a identificação do estudo na ANVISA.",
        .fix = "Informe o protocolo, a versão do protocolo e o número de registro na ANVISA.",
        .source = "LEDI 8.7.0, VacinaRow #13 a #15",
        .each = [](const VacinaRow& v, const Context&, Breaches& found) {
            if (v.stPesquisaClinica == true)
                demand<&VacinaRow::anvisaProtocoloEstudo, &VacinaRow::anvisaProtocoloVersao, &VacinaRow::anvisaNumeroRegistro>(v, found);
        }},
    Rule<VacinaRow>{
        .id = "VAC-35",
        .field = "anvisaProtocoloEstudo",
        .message = "O estudo da ANVISA só se informa em uma pesquisa clínica.",
        .fix = "Retire os dados da ANVISA, ou marque que a aplicação é de pesquisa clínica.",
        .source = "LEDI 8.7.0, VacinaRow #13 a #15",
        .each = [](const VacinaRow& v, const Context&, Breaches& found) {
            if (v.stPesquisaClinica != true)
                forbid<&VacinaRow::anvisaProtocoloEstudo, &VacinaRow::anvisaProtocoloVersao, &VacinaRow::anvisaNumeroRegistro>(v, found);
        }},
    Rule<VacinaRow>{
        .id = "VAC-36",
        .field = "viaAdministracao",
        .message = "A via intramuscular profunda deixou de existir na versão 8.4.0.",
        .fix = "Informe a via intramuscular (3).",
        .source = "LEDI 8.7.0, dicionário, viaAdministracao para imunobiológicos",
        .since = {8, 4, 0},
        .holds = [](const VacinaRow& v, const Context&) { return v.viaAdministracao != vacina::kIntramuscularProfunda; }},
    Rule<VacinaRow>{
        .id = "VAC-37",
        .field = "localAplicacao",
        .message = "O local de aplicação não combina com a via de administração.",
        .fix = "Confira o local: oral é na boca, intravenosa na rede venosa, intramuscular no deltoide, na coxa ou no glúteo.",
        .source = "LEDI 8.7.0, VacinaRow #17",
        .since = {7, 3, 0},
        .holds = [](const VacinaRow& v, const Context& c) {
            const bool old_route = v.viaAdministracao == vacina::kIntramuscularProfunda && c.version >= Version{8, 4, 0};
            return !all(v.viaAdministracao, v.localAplicacao) || old_route ||
                   !tabela::viaAdministracaoImunobiologico.has(*v.viaAdministracao) || !tabela::localAplicacao.has(*v.localAplicacao) ||
                   national::place_fits_route(*v.viaAdministracao, *v.localAplicacao, c.version);
        }},
};

}  // namespace aroeira::fichas::ledi
