// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/identidade.hpp"

/// Who the citizen of a Cadastro Individual is. Source: LEDI 8.7.0, IdentificacaoUsuarioCidadao.
namespace aroeira::fichas::ledi {

struct IdentificacaoUsuarioCidadao : Record {
    Text nomeSocial, codigoIbgeMunicipioNascimento;
    Long dataNascimentoCidadao;
    Boolean desconheceNomeMae;
    Text emailCidadao;
    Long nacionalidadeCidadao;
    Text nomeCidadao, nomeMaeCidadao, cnsCidadao, cnsResponsavelFamiliar, telefoneCelular, numeroNisPisPasep;
    Long paisNascimento, racaCorCidadao, sexoCidadao;
    Boolean statusEhResponsavel;
    Long etnia;
    Text nomePaiCidadao;
    Boolean desconheceNomePai;
    Long dtNaturalizacao;
    Text portariaNaturalizacao;
    Long dtEntradaBrasil;
    Text microArea;
    Boolean stForaArea;
    Text cpfCidadao, cpfResponsavelFamiliar;
    Long estadoCivil, tipoSanguineo;
    Text dnv;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Identificacao = IdentificacaoUsuarioCidadao;

template <>
inline constexpr auto fields<Identificacao> = record(
    field<1,  &Identificacao::nomeSocial>                   .xml(1).chars(0, 70).must(social_name),
    field<2,  &Identificacao::codigoIbgeMunicipioNascimento>.xml(2).chars(7).codes(national::Municipios),
    field<3,  &Identificacao::dataNascimentoCidadao>        .xml(3).required(),
    field<5,  &Identificacao::desconheceNomeMae>            .xml(4),
    field<6,  &Identificacao::emailCidadao>                 .xml(5).chars(6, 100).must(email),
    field<7,  &Identificacao::nacionalidadeCidadao>         .xml(6).required().codes(tabela::Nacionalidade),
    field<8,  &Identificacao::nomeCidadao>                  .xml(7).required().chars(3, 70).must(person_name),
    field<9,  &Identificacao::nomeMaeCidadao>               .xml(8).chars(3, 70).must(person_name),
    field<10, &Identificacao::cnsCidadao>                   .xml(9).chars(15).must(cns),
    field<11, &Identificacao::cnsResponsavelFamiliar>       .xml(16).chars(15).must(cns),
    field<12, &Identificacao::telefoneCelular>              .xml(18).chars(10, 11).must(digits),
    field<13, &Identificacao::numeroNisPisPasep>            .xml(19).chars(11).must(digits),
    field<14, &Identificacao::paisNascimento>               .xml(20),
    field<15, &Identificacao::racaCorCidadao>               .xml(21).required().codes(tabela::RacaCor),
    field<16, &Identificacao::sexoCidadao>                  .xml(22).required().codes(tabela::Sexo),
    field<17, &Identificacao::statusEhResponsavel>          .xml(23),
    field<18, &Identificacao::etnia>                        .xml(24).codes(tabela::etnia),
    field<19, &Identificacao::nomePaiCidadao>               .xml(25).chars(3, 70).must(person_name),
    field<20, &Identificacao::desconheceNomePai>            .xml(26),
    field<21, &Identificacao::dtNaturalizacao>              .xml(27),
    field<22, &Identificacao::portariaNaturalizacao>        .xml(28).chars(0, 16),
    field<23, &Identificacao::dtEntradaBrasil>              .xml(29),
    field<24, &Identificacao::microArea>                    .xml(30).chars(2).must(microarea).called("microarea"),
    field<25, &Identificacao::stForaArea>                   .xml(31),
    field<26, &Identificacao::cpfCidadao>                   .xml(10).chars(11).must(cpf),
    field<27, &Identificacao::cpfResponsavelFamiliar>       .xml(17).chars(11).must(cpf),
    field<28, &Identificacao::estadoCivil>                  .xml(13).since(8, 4, 0).codes(tabela::EstadoCivil),
    field<29, &Identificacao::tipoSanguineo>                .xml(14).since(8, 4, 0).codes(tabela::TipoSanguineo),
    field<30, &Identificacao::dnv>                          .xml(15).since(8, 4, 0).chars(11, 15),
    field<31, &Identificacao::stNaoPossuiCpf>               .xml(11).since(8, 4, 0).required(),
    field<32, &Identificacao::justificativaNaoPossuiCpf>    .xml(12).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

// ---- conditional rules ----

/// CPF first, CNS for who has none; until 8.3 either would do.
inline constexpr auto identificacao_document_rules = std::array{
    Rule<Identificacao>{
        .id = "CI-01",
        .field = name_of<&Identificacao::cpfCidadao>,
        .message = "Faltam o CPF e o CNS do cidadão.",
        .fix = "Informe o CPF ou o CNS do cidadão.",
        .source = "LEDI 7.4.0, CI, IdentificacaoUsuarioCidadao #9 e #25",
        .until = {8, 4, 0},
        .holds = [](const Identificacao& p, const Context&) { return any(p.cpfCidadao, p.cnsCidadao); }},
    Rule<Identificacao>{
        .id = "CI-02",
        .field = name_of<&Identificacao::cpfCidadao>,
        .message = "Falta o CPF do cidadão.",
        .fix = "Informe o CPF, ou marque que o cidadão não possui CPF e informe o CNS.",
        .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #25",
        .since = {8, 4, 0},
        .holds = [](const Identificacao& p, const Context&) {
            return p.stNaoPossuiCpf != false || any(p.cpfCidadao, p.cnsCidadao);
        }},
    Rule<Identificacao>{
        .id = "CI-03",
        .field = name_of<&Identificacao::cnsCidadao>,
        .message = "Falta o CNS do cidadão que não possui CPF.",
        .fix = "Informe o CNS do cidadão.",
        .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #9",
        .since = {8, 4, 0},
        .holds = [](const Identificacao& p, const Context&) {
            return p.stNaoPossuiCpf != true || any(p.cpfCidadao, p.cnsCidadao);
        }},
};

template <>
inline constexpr auto rules<Identificacao> = join(
    birth_rules<&Identificacao::dataNascimentoCidadao>,
    document_rules<&Identificacao::cnsCidadao, &Identificacao::cpfCidadao>,
    no_cpf_rules<&Identificacao::stNaoPossuiCpf, &Identificacao::justificativaNaoPossuiCpf, 8, 4>,
    identificacao_document_rules, nationality_rules<Identificacao>, ethnicity_rules<Identificacao>,
    parent_rules<Identificacao>,
    std::array{
        Rule<Identificacao>{
            .id = "CI-04",
            .field = name_of<&Identificacao::nomeMaeCidadao>,
            .message = "Falta o nome da mãe.",
            .fix = "Informe o nome da mãe, ou marque que é desconhecida.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #8",
            .holds = [](const Identificacao& p, const Context&) {
                return p.desconheceNomeMae == true || is_filled(p.nomeMaeCidadao);
            }},
        Rule<Identificacao>{
            .id = "CI-05",
            .field = name_of<&Identificacao::nomePaiCidadao>,
            .message = "Falta o nome do pai.",
            .fix = "Informe o nome do pai, ou marque que é desconhecido.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #18",
            .holds = [](const Identificacao& p, const Context&) {
                return p.desconheceNomePai == true || is_filled(p.nomePaiCidadao);
            }},
        Rule<Identificacao>{
            .id = "CI-06",
            .field = name_of<&Identificacao::telefoneCelular>,
            .message = "Falta o telefone celular do cidadão.",
            .fix = "Informe o celular com DDD; só do estrangeiro ele não é obrigatório.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #11",
            .holds = [](const Identificacao& p, const Context&) {
                return !p.nacionalidadeCidadao || p.nacionalidadeCidadao == identidade::kEstrangeiro ||
                       is_filled(p.telefoneCelular);
            }},
        Rule<Identificacao>{
            .id = "CI-07",
            .field = name_of<&Identificacao::cpfResponsavelFamiliar>,
            .message = "Só quem não é o responsável familiar indica o responsável.",
            .fix = "Marque que o cidadão não é o responsável familiar, ou retire o CPF e o CNS do responsável.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #10 e #26",
            .each = [](const Identificacao& p, const Context&, Breaches& found) {
                if (p.statusEhResponsavel != false)
                    forbid_filled<&Identificacao::cnsResponsavelFamiliar, &Identificacao::cpfResponsavelFamiliar>(p, found);
            }},
        Rule<Identificacao>{
            .id = "CI-08",
            .field = name_of<&Identificacao::cpfResponsavelFamiliar>,
            .message = "O CPF e o CNS do responsável familiar foram informados juntos.",
            .fix = "Informe o CPF do responsável; o CNS só quando ele não tem CPF.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #10 e #26",
            .holds = [](const Identificacao& p, const Context&) {
                return !all(p.cnsResponsavelFamiliar, p.cpfResponsavelFamiliar);
            }},
        Rule<Identificacao>{
            .id = "CI-09",
            .field = name_of<&Identificacao::microArea>,
            .message = "O cidadão está fora de área e mesmo assim tem microárea.",
            .fix = "Retire a microárea, ou desmarque fora de área.",
            .source = "LEDI 8.7.0, CI, IdentificacaoUsuarioCidadao #23",
            .holds = [](const Identificacao& p, const Context&) { return p.stForaArea != true || !is_filled(p.microArea); }},
    });

}  // namespace aroeira::fichas::ledi
