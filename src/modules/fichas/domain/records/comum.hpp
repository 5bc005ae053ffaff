// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/decode.hpp"
#include "modules/fichas/domain/ledi/info.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

/// Groups shared by several record types. Source: LEDI 8.7.0, cabeçalhos and grupos comuns.
namespace aroeira::fichas::ledi {

struct LotacaoHeader : Record {
    Text profissionalCNS, cboCodigo_2002, cnes, ine;
};
template <>
inline constexpr auto fields<LotacaoHeader> = record(
    field<1, &LotacaoHeader::profissionalCNS>.required().chars(15).must(cns),
    field<2, &LotacaoHeader::cboCodigo_2002> .required(),
    field<3, &LotacaoHeader::cnes>           .required().chars(7).must(digits),
    field<4, &LotacaoHeader::ine>            .chars(10).must(digits));

struct UnicaLotacaoHeader : Record {
    Text profissionalCNS, cboCodigo_2002, cnes, ine;
    Long dataAtendimento;
    Text codigoIbgeMunicipio;
};
template <>
inline constexpr auto fields<UnicaLotacaoHeader> = record(
    field<1, &UnicaLotacaoHeader::profissionalCNS>    .required().chars(15).must(cns),
    field<2, &UnicaLotacaoHeader::cboCodigo_2002>     .required(),
    field<3, &UnicaLotacaoHeader::cnes>               .required().chars(7).must(digits),
    field<4, &UnicaLotacaoHeader::ine>                .chars(10).must(digits),
    field<5, &UnicaLotacaoHeader::dataAtendimento>    .required(),
    field<6, &UnicaLotacaoHeader::codigoIbgeMunicipio>.required().chars(7).must(digits));

struct VariasLotacoesHeader : Record {
    Ref<LotacaoHeader> lotacaoFormPrincipal, lotacaoFormAtendimentoCompartilhado;
    Long dataAtendimento;
    Text codigoIbgeMunicipio;
};
template <>
inline constexpr auto fields<VariasLotacoesHeader> = record(
    field<6, &VariasLotacoesHeader::lotacaoFormPrincipal>.required(),
    field<7, &VariasLotacoesHeader::lotacaoFormAtendimentoCompartilhado>,
    field<8, &VariasLotacoesHeader::dataAtendimento>     .required(),
    field<9, &VariasLotacoesHeader::codigoIbgeMunicipio> .required().chars(7).must(digits));

/// Of the Cuidado Compartilhado, which has no header.
struct Lotacao : Record {
    Text cpf, cns, cboCodigo_2002, ine, cnes, codigoIbgeMunicipio;
};
template <>
inline constexpr auto fields<Lotacao> = record(
    field<1, &Lotacao::cpf>                .xml(1).required().chars(11).must(ledi::cpf),
    field<2, &Lotacao::cns>                .xml(2).required().chars(15).must(ledi::cns),
    field<3, &Lotacao::cboCodigo_2002>     .xml(4).required(),
    field<4, &Lotacao::ine>                .xml(3).chars(10).must(digits),
    field<5, &Lotacao::cnes>               .xml(5).required().chars(7).must(digits),
    field<6, &Lotacao::codigoIbgeMunicipio>.xml(6).required().chars(7).must(digits));

/// Which parts are required depends on the record type: the rule stands there.
struct EnderecoLocalPermanencia : Record {
    Text bairro, cep, codigoIbgeMunicipio, complemento, nomeLogradouro, numero, numeroDneUf, telefoneContato,
        telefoneResidencia, tipoLogradouroNumeroDne;
    Boolean stSemNumero;
    Text pontoReferencia, microArea;
    Boolean stForaArea;
};
template <>
inline constexpr auto fields<EnderecoLocalPermanencia> = record(
    field<1,  &EnderecoLocalPermanencia::bairro>                 .chars(0, 72),
    field<2,  &EnderecoLocalPermanencia::cep>                    .chars(8).must(digits),
    field<3,  &EnderecoLocalPermanencia::codigoIbgeMunicipio>    .chars(7).codes(national::Municipios),
    field<4,  &EnderecoLocalPermanencia::complemento>            .chars(0, 30),
    field<5,  &EnderecoLocalPermanencia::nomeLogradouro>         .chars(0, 72),
    field<6,  &EnderecoLocalPermanencia::numero>                 .chars(1, 10).must(letters_and_digits),
    field<7,  &EnderecoLocalPermanencia::numeroDneUf>            .codes(national::Estados),
    field<8,  &EnderecoLocalPermanencia::telefoneContato>        .chars(10, 11).must(digits),
    field<9,  &EnderecoLocalPermanencia::telefoneResidencia>     .chars(10, 11).must(digits),
    field<10, &EnderecoLocalPermanencia::tipoLogradouroNumeroDne>.codes(national::TipoLogradouro),
    field<11, &EnderecoLocalPermanencia::stSemNumero>,
    field<12, &EnderecoLocalPermanencia::pontoReferencia>        .chars(0, 40),
    field<13, &EnderecoLocalPermanencia::microArea>              .chars(2).must(microarea),
    field<14, &EnderecoLocalPermanencia::stForaArea>);

struct Ivcf : Record {
    Integer resultado;
    Boolean hasSgIdade, hasSgPercepcaoSaude, hasSgAvdInstrumental, hasSgAvdBasica, hasSgCognicao, hasSgHumor,
        hasSgAlcancePreensaoPinca, hasSgCapAerobicaMuscular, hasSgMarcha, hasSgContinencia, hasSgVisao, hasSgAudicao,
        hasSgComorbidade;
    Long dataResultado;
};
template <>
inline constexpr auto fields<Ivcf> = record(
    field<1,  &Ivcf::resultado>                .required().range(0, 40),
    field<2,  &Ivcf::hasSgIdade>               .required(),
    field<3,  &Ivcf::hasSgPercepcaoSaude>      .required(),
    field<4,  &Ivcf::hasSgAvdInstrumental>     .required(),
    field<5,  &Ivcf::hasSgAvdBasica>           .required(),
    field<6,  &Ivcf::hasSgCognicao>            .required(),
    field<7,  &Ivcf::hasSgHumor>               .required(),
    field<8,  &Ivcf::hasSgAlcancePreensaoPinca>.required(),
    field<9,  &Ivcf::hasSgCapAerobicaMuscular> .required(),
    field<10, &Ivcf::hasSgMarcha>              .required(),
    field<11, &Ivcf::hasSgContinencia>         .required(),
    field<12, &Ivcf::hasSgVisao>               .required(),
    field<13, &Ivcf::hasSgAudicao>             .required(),
    field<14, &Ivcf::hasSgComorbidade>         .required(),
    field<15, &Ivcf::dataResultado>            .required());

struct Medicoes : Record {
    Double circunferenciaAbdominal, perimetroPanturrilha;
    Integer pressaoArterialSistolica, pressaoArterialDiastolica, frequenciaRespiratoria, frequenciaCardiaca;
    Double temperatura;
    Integer saturacaoO2, glicemiaCapilar;
    Long tipoGlicemiaCapilar;
    Double peso, altura, perimetroCefalico;
};
template <>
inline constexpr auto fields<Medicoes> = record(
    field<1,  &Medicoes::circunferenciaAbdominal>  .range(0, 99999).decimals(1),
    field<2,  &Medicoes::perimetroPanturrilha>     .range(10, 99).decimals(1),
    field<3,  &Medicoes::pressaoArterialSistolica> .range(0, 999),
    field<4,  &Medicoes::pressaoArterialDiastolica>.range(0, 999),
    field<5,  &Medicoes::frequenciaRespiratoria>   .range(0, 200),
    field<6,  &Medicoes::frequenciaCardiaca>       .range(0, 999),
    field<7,  &Medicoes::temperatura>              .range(20, 45).decimals(1),
    field<8,  &Medicoes::saturacaoO2>              .range(0, 100),
    field<9,  &Medicoes::glicemiaCapilar>          .range(0, 800),
    field<10, &Medicoes::tipoGlicemiaCapilar>      .codes(tabela::tipoGlicemiaCapilar),
    field<11, &Medicoes::peso>                     .range(0.5, 500).decimals(3),
    field<12, &Medicoes::altura>                   .range(20, 250).decimals(1),
    field<13, &Medicoes::perimetroCefalico>        .range(10, 200).decimals(1));

template <>
inline constexpr auto rules<Medicoes> = std::array{
    Rule<Medicoes>{
        .id = "MED-PRESSAO",
        .field = "pressaoArterialSistolica",
        .message = "A pressão arterial foi informada pela metade.",
        .fix = "Informe a pressão sistólica e a diastólica, ou nenhuma das duas.",
        .source = "LEDI 8.7.0, Medicoes #3 e #4",
        .each = [](const Medicoes& m, const Context&, Breaches& found) {
            if (!all_or_none(m.pressaoArterialSistolica, m.pressaoArterialDiastolica))
                demand<&Medicoes::pressaoArterialSistolica, &Medicoes::pressaoArterialDiastolica>(m, found);
        }},
    Rule<Medicoes>{
        .id = "MED-GLICEMIA",
        .field = "tipoGlicemiaCapilar",
        .message = "A glicemia capilar e o momento da coleta andam juntos.",
        .fix = "Informe a glicemia e o momento da coleta, ou nenhum dos dois.",
        .source = "LEDI 8.7.0, Medicoes #9 e #10",
        .each = [](const Medicoes& m, const Context&, Breaches& found) {
            if (!all_or_none(m.glicemiaCapilar, m.tipoGlicemiaCapilar))
                demand<&Medicoes::glicemiaCapilar, &Medicoes::tipoGlicemiaCapilar>(m, found);
        }},
};

struct ProblemaCondicao : Record {
    Text uuidProblema, uuidEvolucaoProblema;
    Long coSequencialEvolucao;
    Text ciap, cid10;
    Long situacao, dataInicioProblema, dataFimProblema;
    Boolean isAvaliado;
};
template <>
inline constexpr auto fields<ProblemaCondicao> = record(
    field<1, &ProblemaCondicao::uuidProblema>        .chars(0, 44),
    field<2, &ProblemaCondicao::uuidEvolucaoProblema>.chars(0, 44),
    field<3, &ProblemaCondicao::coSequencialEvolucao>.range(1, 99'999'999),
    field<4, &ProblemaCondicao::ciap>                .must(upper_code),
    field<5, &ProblemaCondicao::cid10>               .must(upper_code),
    field<6, &ProblemaCondicao::situacao>            .codes(tabela::SituacaoProblemasCondicoes),
    field<7, &ProblemaCondicao::dataInicioProblema>,
    field<8, &ProblemaCondicao::dataFimProblema>,
    field<9, &ProblemaCondicao::isAvaliado>          .required());

struct Exame : Record {
    Text codigoExame;
    List<Text> solicitadoAvaliado;
};
template <>
inline constexpr auto fields<Exame> = record(
    field<1, &Exame::codigoExame>       .required().must(upper_code),
    field<2, &Exame::solicitadoAvaliado>.required().items(1, 2).codes(tabela::SituacaoExame));

struct ResultadoExame : Record {
    Integer tipoResultado;
    Text valorResultado;
};
template <>
inline constexpr auto fields<ResultadoExame> = record(
    field<1, &ResultadoExame::tipoResultado> .required().codes(tabela::tipoResultadoExame),
    field<2, &ResultadoExame::valorResultado>.required());

struct ResultadosExame : Record {
    Text exame;
    Long dataSolicitacao, dataRealizacao, dataResultado;
    List<ResultadoExame> resultadoExame;
};
template <>
inline constexpr auto fields<ResultadosExame> = record(
    field<1, &ResultadosExame::exame>         .required(),
    field<2, &ResultadosExame::dataSolicitacao>,
    field<3, &ResultadosExame::dataRealizacao>.required(),
    field<4, &ResultadosExame::dataResultado>,
    field<6, &ResultadosExame::resultadoExame>.required().items(1, 3));

struct Medicamento : Record {
    Text codigoCatmat;
    Long viaAdministracao;
    Text dose;
    Boolean doseUnica, usoContinuo;
    Long doseFrequenciaTipo;
    Text doseFrequencia;
    Integer doseFrequenciaQuantidade;
    Long doseFrequenciaUnidadeMedida, dtInicioTratamento;
    Integer duracaoTratamento;
    Long duracaoTratamentoMedida;
    Integer quantidadeReceitada;
    Text qtDoseManha, qtDoseTarde, qtDoseNoite;
};
template <>
inline constexpr auto fields<Medicamento> = record(
    field<1,  &Medicamento::codigoCatmat>               .required().chars(0, 20),
    field<2,  &Medicamento::viaAdministracao>           .required().codes(tabela::viaAdministracao),
    field<3,  &Medicamento::dose>                       .required().chars(0, 100),
    field<4,  &Medicamento::doseUnica>                  .required(),
    field<5,  &Medicamento::usoContinuo>                .required(),
    field<6,  &Medicamento::doseFrequenciaTipo>         .codes(tabela::doseFrequenciaTipo),
    field<7,  &Medicamento::doseFrequencia>,
    field<8,  &Medicamento::doseFrequenciaQuantidade>   .range(0, 999),
    field<9,  &Medicamento::doseFrequenciaUnidadeMedida>.codes(tabela::doseFrequenciaUnidadeMedida),
    field<10, &Medicamento::dtInicioTratamento>         .required(),
    field<11, &Medicamento::duracaoTratamento>          .range(0, 999),
    field<12, &Medicamento::duracaoTratamentoMedida>    .codes(tabela::duracaoTratamentoMedida),
    field<13, &Medicamento::quantidadeReceitada>        .required().range(1, 999),
    field<15, &Medicamento::qtDoseManha>                .chars(0, 25),
    field<16, &Medicamento::qtDoseTarde>                .chars(0, 25),
    field<17, &Medicamento::qtDoseNoite>                .chars(0, 25));

struct EncaminhamentoExterno : Record {
    Long especialidade;
    Text hipoteseDiagnosticoCid10, hipoteseDiagnosticoCiap2;
    Long classificacaoRisco;
};
template <>
inline constexpr auto fields<EncaminhamentoExterno> = record(
    field<1, &EncaminhamentoExterno::especialidade>           .required().range(1, 76),
    field<2, &EncaminhamentoExterno::hipoteseDiagnosticoCid10>.must(upper_code),
    field<3, &EncaminhamentoExterno::hipoteseDiagnosticoCiap2>.must(upper_code),
    field<4, &EncaminhamentoExterno::classificacaoRisco>      .required().codes(tabela::classificacaoRisco));

struct SolicitacaoOci : Record {
    Text codigoSigtap;
};
template <>
inline constexpr auto fields<SolicitacaoOci> = record(
    field<1, &SolicitacaoOci::codigoSigtap>.required().chars(10).must(digits));

// Decoded in many records, compiled once (comum.cpp).
#define AROEIRA_SHARED_GROUPS(DO)                                                                       \
    DO(LotacaoHeader) DO(UnicaLotacaoHeader) DO(VariasLotacoesHeader) DO(Lotacao)                       \
    DO(EnderecoLocalPermanencia) DO(Ivcf) DO(Medicoes) DO(ProblemaCondicao) DO(Exame) DO(ResultadoExame) \
    DO(ResultadosExame) DO(Medicamento) DO(EncaminhamentoExterno) DO(SolicitacaoOci)
#define AROEIRA_DECLARE_SHARED(T)                                                       \
    extern template const Byte* Decoder::read_record<T>(const Byte*, T&, const Path&); \
    extern template const StructInfo& describe<T>();
AROEIRA_SHARED_GROUPS(AROEIRA_DECLARE_SHARED)
#undef AROEIRA_DECLARE_SHARED

}  // namespace aroeira::fichas::ledi
