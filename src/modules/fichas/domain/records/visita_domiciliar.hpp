// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Ficha de Visita Domiciliar e Territorial (tipo 8). Source: LEDI 8.7.0, VDT.
namespace aroeira::fichas::ledi {

struct FichaVisitaDomiciliarChild : Record {
    Long turno;
    Text numProntuario, cnsCidadao;
    Long dtNascimento, sexo;
    Boolean statusVisitaCompartilhadaOutroProfissional;
    List<std::int64_t> motivosVisita;
    Long desfecho;
    Text microArea;
    Boolean stForaArea;
    Long tipoDeImovel;
    Double pesoAcompanhamentoNutricional, alturaAcompanhamentoNutricional;
    Text cpfCidadao;
    Integer pressaoSistolica, pressaoDiastolica;
    Double temperatura;
    Long tipoGlicemia;
    Integer glicemia;
    Double latitude, longitude;
    Text uuidOrigemCadastroDomiciliar;
    Ref<Ivcf> ivcf;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Visita = FichaVisitaDomiciliarChild;

template <>
inline constexpr auto fields<Visita> = record(
    field<1,  &Visita::turno>                          .xml(1).required().codes(tabela::Turno),
    field<2,  &Visita::numProntuario>                  .xml(2).chars(0, 30).must(prontuario),
    field<3,  &Visita::cnsCidadao>                     .xml(3).chars(15).must(cns),
    field<4,  &Visita::dtNascimento>                   .xml(7),
    field<5,  &Visita::sexo>                           .xml(8).codes(tabela::Sexo),
    field<6,  &Visita::statusVisitaCompartilhadaOutroProfissional>.xml(9),
    field<7,  &Visita::motivosVisita>                  .xml(10).items(0, 36).codes(tabela::MotivoVisita),
    field<8,  &Visita::desfecho>                       .xml(11).required().codes(tabela::Desfecho),
    field<9,  &Visita::microArea>                      .xml(12).chars(2).must(microarea).called("microarea"),
    field<10, &Visita::stForaArea>                     .xml(13),
    field<11, &Visita::tipoDeImovel>                   .xml(14).required().codes(tabela::tipoDeImovel),
    field<12, &Visita::pesoAcompanhamentoNutricional>  .xml(15).range(0.5, 500).decimals(3),
    field<13, &Visita::alturaAcompanhamentoNutricional>.xml(16).range(20, 250).decimals(1),
    field<14, &Visita::cpfCidadao>                     .xml(4).chars(11).must(cpf),
    field<15, &Visita::pressaoSistolica>               .xml(17).range(0, 999),
    field<16, &Visita::pressaoDiastolica>              .xml(18).range(0, 999),
    field<17, &Visita::temperatura>                    .xml(19).range(20, 45).decimals(1),
    field<18, &Visita::tipoGlicemia>                   .xml(21).codes(tabela::tipoGlicemiaCapilar),
    field<19, &Visita::glicemia>                       .xml(20).range(0, 800),
    field<20, &Visita::latitude>                       .xml(22).range(-90, 90).decimals(8),
    field<21, &Visita::longitude>                      .xml(23).range(-180, 180).decimals(8),
    field<22, &Visita::uuidOrigemCadastroDomiciliar>   .xml(24).chars(36, 44),
    field<23, &Visita::ivcf>                           .xml(25).since(7, 2, 2),
    field<24, &Visita::stNaoPossuiCpf>                 .xml(5).since(8, 5, 0),
    field<25, &Visita::justificativaNaoPossuiCpf>      .xml(6).since(8, 5, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct FichaVisitaDomiciliarMaster : Record {
    Text uuidFicha;
    Integer tpCdsOrigem;
    Ref<UnicaLotacaoHeader> headerTransport;
    List<Visita> visitasDomiciliares;
};
using FichaVisita = FichaVisitaDomiciliarMaster;

template <>
inline constexpr auto fields<FichaVisita> = record(
    field<1, &FichaVisita::uuidFicha>          .required().chars(36, 44),
    field<2, &FichaVisita::tpCdsOrigem>        .required(),
    field<3, &FichaVisita::headerTransport>    .required(),
    field<4, &FichaVisita::visitasDomiciliares>.required().items(0, 99));

// ---- conditional rules ----

namespace visita {
/// Places nobody lives in.
inline constexpr CodeSet kNaoResidencial{2, 3, 4, 5, 6, 12, 13};
inline constexpr CodeSet kMotivosNaoResidencial{1, 27, 28, 31, 34, 35, 36, 37};
/// MotivoVisita, groups BUSCA_ATIVA and ACOMPANHAMENTO, and the two others that need the person.
inline constexpr CodeSet kMotivosDaPessoa{2,  3,  4,  30, 5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17,
                                          18, 32, 33, 19, 20, 21, 22, 23, 24, 38, 25, 31};
inline constexpr std::int64_t kRecusada = 2, kAusente = 3, kMasculino = 0;

inline bool is_nao_residencial(const Visita& v) { return v.tipoDeImovel && kNaoResidencial.has(*v.tipoDeImovel); }
inline bool is_realizada(const Visita& v) { return v.desfecho != kRecusada && v.desfecho != kAusente; }
inline bool is_about_a_person(const Visita& v) {
    return kMotivosDaPessoa.any_of(v.motivosVisita) ||
           any(v.cnsCidadao, v.dtNascimento, v.sexo, v.pesoAcompanhamentoNutricional, v.alturaAcompanhamentoNutricional);
}
}  // namespace visita

template <>
inline constexpr auto rules<Visita> = join(
    birth_rules<&Visita::dtNascimento>,
    document_rules<&Visita::cnsCidadao, &Visita::cpfCidadao>,
    no_cpf_rules<&Visita::stNaoPossuiCpf, &Visita::justificativaNaoPossuiCpf, 8, 5>,
    ivcf_rules<&Visita::ivcf, &Visita::dtNascimento>,
    std::array{
        Rule<Visita>{
            .id = "VDT-01",
            .field = "tipoDeImovel",
            .message = "O campo não se aplica a um imóvel que não é residência.",
            .fix = "Retire os dados da pessoa e as medições, ou corrija o tipo de imóvel.",
            .source = "LEDI 8.7.0, VDT #2 a #5, #12 a #19",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (visita::is_nao_residencial(v))
                    forbid<&Visita::numProntuario, &Visita::cnsCidadao, &Visita::cpfCidadao, &Visita::dtNascimento,
                           &Visita::sexo, &Visita::pesoAcompanhamentoNutricional,
                           &Visita::alturaAcompanhamentoNutricional, &Visita::pressaoSistolica,
                           &Visita::pressaoDiastolica, &Visita::temperatura, &Visita::glicemia,
                           &Visita::tipoGlicemia>(v, found);
            }},
        Rule<Visita>{
            .id = "VDT-02",
            .field = "motivosVisita",
            .message = "O motivo não se aplica a um imóvel que não é residência.",
            .fix = "Use só os motivos 1, 27, 28, 31 e 34 a 37, ou corrija o tipo de imóvel.",
            .source = "LEDI 8.7.0, VDT #7",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (!visita::is_nao_residencial(v)) return;
                for (std::size_t i = 0; i < v.motivosVisita.size(); ++i)
                    if (!visita::kMotivosNaoResidencial.has(v.motivosVisita[i])) found.at(i);
            }},
        Rule<Visita>{
            .id = "VDT-03",
            .field = "motivosVisita",
            .message = "Visita recusada ou com ausência não tem motivos nem medições.",
            .fix = "Retire os motivos e as medições, ou corrija o desfecho.",
            .source = "LEDI 8.7.0, VDT #7, #12, #13, #15 a #19",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (visita::is_realizada(v)) return;
                if (!v.motivosVisita.empty()) found.field("motivosVisita");
                forbid<&Visita::pesoAcompanhamentoNutricional, &Visita::alturaAcompanhamentoNutricional,
                       &Visita::pressaoSistolica, &Visita::pressaoDiastolica, &Visita::temperatura, &Visita::glicemia,
                       &Visita::tipoGlicemia>(v, found);
            }},
        Rule<Visita>{
            .id = "VDT-04",
            .field = "dtNascimento",
            .message = "A visita é sobre uma pessoa: faltam a data de nascimento ou o sexo.",
            .fix = "Informe a data de nascimento e o sexo da pessoa visitada.",
            .source = "LEDI 8.7.0, VDT #4 e #5",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (!visita::is_nao_residencial(v) && visita::is_about_a_person(v))
                    demand<&Visita::dtNascimento, &Visita::sexo>(v, found);
            }},
        Rule<Visita>{
            .id = "VDT-05",
            .field = "motivosVisita",
            .message = "Gestante e puérpera não se aplicam ao sexo masculino.",
            .fix = "Retire o motivo 5 ou 6, ou corrija o sexo.",
            .source = "LEDI 8.7.0, VDT #7",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (v.sexo != visita::kMasculino) return;
                for (std::size_t i = 0; i < v.motivosVisita.size(); ++i)
                    if (v.motivosVisita[i] == 5 || v.motivosVisita[i] == 6) found.at(i);
            }},
        Rule<Visita>{
            .id = "VDT-06",
            .field = "pressaoSistolica",
            .message = "A pressão arterial foi informada pela metade.",
            .fix = "Informe a pressão sistólica e a diastólica, ou nenhuma das duas.",
            .source = "LEDI 8.7.0, VDT #15 e #16",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (!all_or_none(v.pressaoSistolica, v.pressaoDiastolica))
                    demand<&Visita::pressaoSistolica, &Visita::pressaoDiastolica>(v, found);
            }},
        Rule<Visita>{
            .id = "VDT-07",
            .field = "tipoGlicemia",
            .message = "A glicemia e o momento da coleta andam juntos.",
            .fix = "Informe a glicemia e o momento da coleta, ou nenhum dos dois.",
            .source = "LEDI 8.7.0, VDT #18 e #19",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (!all_or_none(v.glicemia, v.tipoGlicemia)) demand<&Visita::glicemia, &Visita::tipoGlicemia>(v, found);
            }},
        Rule<Visita>{
            .id = "VDT-08",
            .field = name_of<&Visita::microArea>,
            .message = "Falta a microárea.",
            .fix = "Informe a microárea, ou marque que a visita foi fora de área.",
            .source = "LEDI 8.7.0, VDT #9",
            .holds = [](const Visita& v, const Context&) { return v.stForaArea == true || present(v.microArea); }},
        Rule<Visita>{
            .id = "VDT-09",
            .field = name_of<&Visita::microArea>,
            .message = "A visita foi fora de área e mesmo assim tem microárea.",
            .fix = "Retire a microárea, ou desmarque fora de área.",
            .source = "LEDI 8.7.0, VDT #9",
            .holds = [](const Visita& v, const Context&) { return v.stForaArea != true || !present(v.microArea); }},
        Rule<Visita>{
            .id = "VDT-10",
            .field = "latitude",
            .message = "A posição foi informada pela metade.",
            .fix = "Informe a latitude e a longitude, ou nenhuma das duas.",
            .source = "LEDI 8.7.0, VDT #20 e #21",
            .each = [](const Visita& v, const Context&, Breaches& found) {
                if (!all_or_none(v.latitude, v.longitude)) demand<&Visita::latitude, &Visita::longitude>(v, found);
            }},
    });

template <>
inline constexpr auto rules<FichaVisita> = general_rules<FichaVisita>;

}  // namespace aroeira::fichas::ledi
