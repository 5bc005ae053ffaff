// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/gerais.hpp"
#include "modules/fichas/domain/records/identidade.hpp"

/// Ficha de Avaliação de Elegibilidade (tipo 11): may this person be cared for at home?
/// Source: LEDI 8.7.0, AE.
namespace aroeira::fichas::ledi {

struct FichaAvaliacaoElegibilidade : Record {
    Text uuidFicha;
    Integer tpCdsOrigem;
    Text cnsCidadao, nomeCidadao, nomeSocialCidadao;
    Long dataNascimentoCidadao, sexoCidadao, racaCorCidadao;
    Text nomeMaeCidadao;
    Boolean desconheceNomeMae;
    Text codigoIbgeMunicipioNascimento;
    Long nacionalidadeCidadao;
    Text emailCidadao, numeroNisPisPasep;
    Ref<EnderecoLocalPermanencia> endereco;
    Long atencaoDomiciliarProcedencia, atencaoDomiciliarModalidade;
    List<std::int64_t> condicoesAvaliadas;
    Text cid10Principal, cid10SecundarioUm, cid10SecundarioDois;
    Long conclusaoDestinoElegivel;
    List<std::int64_t> conclusaoDestinoInelegivel;
    Long cuidadorCidadao, turno;
    Ref<VariasLotacoesHeader> headerTransport;
    Text nomePaiCidadao;
    Boolean desconheceNomePai;
    Long dtNaturalizacao;
    Text portariaNaturalizacao;
    Long dtEntradaBrasil, paisNascimento, etnia;
    Text cnsCuidador, cpfCidadao, cpfCuidador;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Elegibilidade = FichaAvaliacaoElegibilidade;

template <>
inline constexpr auto fields<Elegibilidade> = record(
    field<1,  &Elegibilidade::uuidFicha>                    .xml(2).required().chars(36, 44),
    field<2,  &Elegibilidade::tpCdsOrigem>                  .xml(3).required(),
    field<4,  &Elegibilidade::cnsCidadao>                   .xml(5).chars(15).must(cns),
    field<5,  &Elegibilidade::nomeCidadao>                  .xml(11).chars(3, 70).must(person_name),
    field<6,  &Elegibilidade::nomeSocialCidadao>            .xml(13).chars(0, 70).must(social_name),
    field<7,  &Elegibilidade::dataNascimentoCidadao>        .xml(9).required(),
    field<8,  &Elegibilidade::sexoCidadao>                  .xml(10).required().codes(tabela::Sexo),
    field<9,  &Elegibilidade::racaCorCidadao>               .xml(12).codes(tabela::RacaCor),
    field<10, &Elegibilidade::nomeMaeCidadao>               .xml(14).chars(3, 70).must(person_name),
    field<11, &Elegibilidade::desconheceNomeMae>            .xml(15),
    field<12, &Elegibilidade::codigoIbgeMunicipioNascimento>.xml(16).chars(7).codes(national::Municipios),
    field<13, &Elegibilidade::nacionalidadeCidadao>         .xml(17).codes(tabela::Nacionalidade),
    field<14, &Elegibilidade::emailCidadao>                 .xml(18).chars(6, 100).must(email),
    field<15, &Elegibilidade::numeroNisPisPasep>            .xml(20).chars(11).must(digits),
    field<16, &Elegibilidade::endereco>                     .xml(29),
    field<17, &Elegibilidade::atencaoDomiciliarProcedencia> .xml(21).required().codes(tabela::AtencaoDomiciliarProcedencia),
    field<18, &Elegibilidade::atencaoDomiciliarModalidade>  .xml(22).required().codes(tabela::ModalidadeAD),
    field<19, &Elegibilidade::condicoesAvaliadas>           .xml(23).items(0, 24).codes(tabela::CondicoesAvaliadas_AD_AE),
    field<20, &Elegibilidade::cid10Principal>               .xml(24).required().must(upper_code),
    field<21, &Elegibilidade::cid10SecundarioUm>            .xml(25).must(upper_code),
    field<22, &Elegibilidade::cid10SecundarioDois>          .xml(26).must(upper_code),
    field<23, &Elegibilidade::conclusaoDestinoElegivel>     .xml(27).codes(tabela::ConclusaoDestinoElegivel),
    field<24, &Elegibilidade::conclusaoDestinoInelegivel>   .xml(28).items(0, 5).codes(tabela::ConclusaoDestinoInelegivel),
    field<25, &Elegibilidade::cuidadorCidadao>              .xml(19).codes(tabela::CuidadorCidadao),
    field<26, &Elegibilidade::turno>                        .xml(4).required().codes(tabela::Turno),
    field<27, &Elegibilidade::headerTransport>              .xml(1).required(),
    field<28, &Elegibilidade::nomePaiCidadao>               .xml(30).chars(3, 70).must(person_name),
    field<29, &Elegibilidade::desconheceNomePai>            .xml(31),
    field<30, &Elegibilidade::dtNaturalizacao>              .xml(32),
    field<31, &Elegibilidade::portariaNaturalizacao>        .xml(33).chars(0, 16),
    field<32, &Elegibilidade::dtEntradaBrasil>              .xml(34),
    field<33, &Elegibilidade::paisNascimento>               .xml(35),
    field<34, &Elegibilidade::etnia>                        .xml(36).codes(tabela::etnia),
    field<35, &Elegibilidade::cnsCuidador>                  .xml(37).chars(15).must(cns),
    field<36, &Elegibilidade::cpfCidadao>                   .xml(6).chars(11).must(cpf),
    field<37, &Elegibilidade::cpfCuidador>                  .xml(38).chars(11).must(cpf),
    field<38, &Elegibilidade::stNaoPossuiCpf>               .xml(7).called("stCidadaoNaoPossuiCpf").since(8, 7, 0).required(),
    field<39, &Elegibilidade::justificativaNaoPossuiCpf>    .xml(8).called("justificativaCidadaoNaoPossuiCpf").since(8, 7, 0)
        .codes(tabela::JustificativaNaoPossuiCpf));

// ---- conditional rules ----

namespace elegibilidade {
inline constexpr std::int64_t kAdmissaoNaPropriaEmad = 1, kInelegivel = 4, kNaoPossuiCuidador = 1;

/// Taken in by the home care team that assessed the person, who must then be known in full.
inline bool is_admitted(const Elegibilidade& f) {
    return f.conclusaoDestinoElegivel == kAdmissaoNaPropriaEmad && f.atencaoDomiciliarModalidade &&
           *f.atencaoDomiciliarModalidade != kInelegivel;
}
}  // namespace elegibilidade

/// Who is admitted has a name, parents and an address.
inline constexpr auto admission_rules = std::array{
    Rule<Elegibilidade>{
        .id = "AE-01",
        .field = name_of<&Elegibilidade::nomeCidadao>,
        .message = "Falta um dado de quem é admitido na EMAD.",
        .fix = "Informe nome, raça/cor, nacionalidade e endereço da pessoa admitida.",
        .source = "LEDI 8.7.0, AE #4, #8, #12 e #15",
        .each = [](const Elegibilidade& f, const Context&, Breaches& found) {
            if (elegibilidade::is_admitted(f))
                demand_filled<&Elegibilidade::nomeCidadao, &Elegibilidade::racaCorCidadao,
                              &Elegibilidade::nacionalidadeCidadao, &Elegibilidade::endereco>(f, found);
        }},
    Rule<Elegibilidade>{
        .id = "AE-02",
        .field = name_of<&Elegibilidade::nomeMaeCidadao>,
        .message = "Falta o nome da mãe de quem é admitido na EMAD.",
        .fix = "Informe o nome da mãe, ou marque que a pessoa o desconhece.",
        .source = "LEDI 8.7.0, AE #9",
        .holds = [](const Elegibilidade& f, const Context&) {
            return !elegibilidade::is_admitted(f) || f.desconheceNomeMae == true || is_filled(f.nomeMaeCidadao);
        }},
    Rule<Elegibilidade>{
        .id = "AE-03",
        .field = name_of<&Elegibilidade::nomePaiCidadao>,
        .message = "Falta o nome do pai de quem é admitido na EMAD.",
        .fix = "Informe o nome do pai, ou marque que a pessoa o desconhece.",
        .source = "LEDI 8.7.0, AE #27",
        .holds = [](const Elegibilidade& f, const Context&) {
            return !elegibilidade::is_admitted(f) || f.desconheceNomePai == true || is_filled(f.nomePaiCidadao);
        }},
    Rule<Elegibilidade>{
        .id = "AE-04",
        .field = name_of<&Elegibilidade::endereco>,
        .message = "Falta uma parte do endereço de quem é admitido na EMAD.",
        .fix = "Informe bairro, CEP, município, logradouro, UF e tipo de logradouro.",
        .source = "LEDI 8.7.0, AE, EnderecoLocalPermanencia #1 a #3, #5, #7 e #10",
        .each = [](const Elegibilidade& f, const Context&, Breaches& found) {
            if (!elegibilidade::is_admitted(f) || !is_filled(f.endereco)) return;  // AE-01 asks for it.
            const EnderecoLocalPermanencia& e = *f.endereco;
            if (!is_filled(e.bairro)) found.field("endereco.bairro");
            if (!is_filled(e.cep)) found.field("endereco.cep");
            if (!is_filled(e.codigoIbgeMunicipio)) found.field("endereco.codigoIbgeMunicipio");
            if (!is_filled(e.nomeLogradouro)) found.field("endereco.nomeLogradouro");
            if (!is_filled(e.numeroDneUf)) found.field("endereco.numeroDneUf");
            if (!is_filled(e.tipoLogradouroNumeroDne)) found.field("endereco.tipoLogradouroNumeroDne");
        }},
    Rule<Elegibilidade>{
        .id = "AE-05",
        .field = "endereco.numero",
        .message = "Falta o número do endereço de quem é admitido na EMAD.",
        .fix = "Informe o número, ou marque que o domicílio não tem número.",
        .source = "LEDI 8.7.0, AE, EnderecoLocalPermanencia #6",
        .holds = [](const Elegibilidade& f, const Context&) {
            return !elegibilidade::is_admitted(f) || !is_filled(f.endereco) || f.endereco->stSemNumero == true ||
                   is_filled(f.endereco->numero);
        }},
    Rule<Elegibilidade>{
        .id = "AE-06",
        .field = "endereco.telefoneContato",
        .message = "Falta um telefone de quem é admitido na EMAD.",
        .fix = "Informe o telefone de contato ou o da residência.",
        .source = "LEDI 8.7.0, AE, EnderecoLocalPermanencia #8 e #9",
        .holds = [](const Elegibilidade& f, const Context&) {
            return !elegibilidade::is_admitted(f) || !is_filled(f.endereco) || is_filled(f.endereco->telefoneContato) ||
                   is_filled(f.endereco->telefoneResidencia);
        }},
};

/// What was found and decided.
inline constexpr auto assessment_rules = std::array{
    Rule<Elegibilidade>{
        .id = "AE-08",
        .field = name_of<&Elegibilidade::conclusaoDestinoElegivel>,
        .message = "O destino de quem é elegível não se aplica a quem é inelegível.",
        .fix = "Retire o destino elegível, ou corrija a modalidade.",
        .source = "LEDI 8.7.0, AE #22",
        .holds = [](const Elegibilidade& f, const Context&) {
            return f.atencaoDomiciliarModalidade != elegibilidade::kInelegivel || !f.conclusaoDestinoElegivel;
        }},
    Rule<Elegibilidade>{
        .id = "AE-09",
        .field = name_of<&Elegibilidade::conclusaoDestinoInelegivel>,
        .message = "O motivo de inelegibilidade só se aplica a quem é inelegível.",
        .fix = "Retire os motivos, ou informe a modalidade 4 (inelegível).",
        .source = "LEDI 8.7.0, AE #23",
        .holds = [](const Elegibilidade& f, const Context&) {
            return f.atencaoDomiciliarModalidade == elegibilidade::kInelegivel || f.conclusaoDestinoInelegivel.empty();
        }},
    Rule<Elegibilidade>{
        .id = "AE-10",
        .field = name_of<&Elegibilidade::cid10Principal>,
        .message = "O CID-10 não existe ou não se aplica ao sexo do cidadão.",
        .fix = "Confira o CID-10, sem ponto, e o sexo do cidadão.",
        .source = "LEDI 8.7.0, AE #19 a #21",
        .each = [](const Elegibilidade& f, const Context&, Breaches& found) {
            const auto suits = [&](Text cid10) {
                return !is_filled(cid10) || (national::has_cid10(cid10) && national::fits_sex(cid10, f.sexoCidadao));
            };
            if (!suits(f.cid10Principal)) found.field("cid10Principal");
            if (!suits(f.cid10SecundarioUm)) found.field("cid10SecundarioUm");
            if (!suits(f.cid10SecundarioDois)) found.field("cid10SecundarioDois");
        }},
    Rule<Elegibilidade>{
        .id = "AE-11",
        .field = name_of<&Elegibilidade::cid10SecundarioUm>,
        .message = "O mesmo CID-10 foi informado mais de uma vez.",
        .fix = "Deixe cada CID-10 uma vez só, no principal ou em um dos secundários.",
        .source = "LEDI 8.7.0, AE #19 a #21",
        .each = [](const Elegibilidade& f, const Context&, Breaches& found) {
            const auto same = [](Text a, Text b) { return is_filled(a) && a == b; };
            if (same(f.cid10SecundarioUm, f.cid10Principal)) found.field("cid10SecundarioUm");
            if (same(f.cid10SecundarioDois, f.cid10Principal) || same(f.cid10SecundarioDois, f.cid10SecundarioUm))
                found.field("cid10SecundarioDois");
        }},
    Rule<Elegibilidade>{
        .id = "AE-12",
        .field = name_of<&Elegibilidade::cuidadorCidadao>,
        .message = "Há documento do cuidador, e o cidadão não possui cuidador.",
        .fix = "Retire o CNS ou o CPF do cuidador, ou informe quem ele é.",
        .source = "LEDI 8.7.0, AE #34 e #37",
        .each = [](const Elegibilidade& f, const Context&, Breaches& found) {
            if (f.cuidadorCidadao == elegibilidade::kNaoPossuiCuidador)
                forbid_filled<&Elegibilidade::cnsCuidador, &Elegibilidade::cpfCuidador>(f, found);
        }},
    Rule<Elegibilidade>{
        .id = "AE-13",
        .field = name_of<&Elegibilidade::cpfCuidador>,
        .message = "O CPF e o CNS do cuidador foram informados juntos.",
        .fix = "Informe só um dos dois documentos do cuidador.",
        .source = "LEDI 8.7.0, AE #34 e #37",
        .holds = [](const Elegibilidade& f, const Context&) { return !all(f.cnsCuidador, f.cpfCuidador); }},
};

template <>
inline constexpr auto rules<Elegibilidade> = join(
    general_rules<Elegibilidade>,
    birth_rules<&Elegibilidade::dataNascimentoCidadao>,
    document_rules<&Elegibilidade::cnsCidadao, &Elegibilidade::cpfCidadao>,
    no_cpf_rules<&Elegibilidade::stNaoPossuiCpf, &Elegibilidade::justificativaNaoPossuiCpf, 8, 7>,
    nationality_rules<Elegibilidade>, ethnicity_rules<Elegibilidade>, parent_rules<Elegibilidade>,
    admission_rules, assessment_rules,
    std::array{
        Rule<Elegibilidade>{
            .id = "AE-07",
            .field = "endereco.numero",
            .message = "O domicílio foi marcado sem número e mesmo assim tem número.",
            .fix = "Retire o número, ou desmarque que o domicílio não tem número.",
            .source = "LEDI 8.7.0, AE, EnderecoLocalPermanencia #6",
            .holds = [](const Elegibilidade& f, const Context&) {
                return !f.endereco || f.endereco->stSemNumero != true || !is_filled(f.endereco->numero);
            }},
        Rule<Elegibilidade>{
            .id = "AE-14",
            .field = name_of<&Elegibilidade::cpfCidadao>,
            .message = "Falta o CPF ou o CNS do cidadão.",
            .fix = "Informe o CPF; se o cidadão não possui CPF, informe o CNS.",
            .source = "LEDI 8.7.0, AE #3 e #36",
            .holds = [](const Elegibilidade& f, const Context&) { return any(f.cnsCidadao, f.cpfCidadao); }},
        Rule<Elegibilidade>{
            .id = "AE-15",
            .field = name_of<&Elegibilidade::cnsCidadao>,
            .message = "O CNS só identifica o cidadão que não possui CPF.",
            .fix = "Informe o CPF, ou marque que o cidadão não possui CPF e diga por quê.",
            .source = "LEDI 8.7.0, AE #3",
            .since = {8, 7, 0},
            .holds = [](const Elegibilidade& f, const Context&) {
                return !present(f.cnsCidadao) || f.stNaoPossuiCpf == true;
            }},
    });

}  // namespace aroeira::fichas::ledi
