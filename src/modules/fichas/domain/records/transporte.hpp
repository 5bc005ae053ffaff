// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/memory.hpp"
#include "modules/fichas/domain/ledi/info.hpp"
#include "modules/fichas/domain/ledi/national.hpp"
#include "modules/fichas/domain/ledi/tables.hpp"
#include "modules/fichas/domain/ledi/text_tests.hpp"

/// DadoTransporte: the envelope of every ficha. Source: LEDI 8.7.0, camada de transporte.
namespace aroeira::fichas::ledi {

struct Versao : Record {
    Integer major, minor, revision;
};
template <>
inline constexpr auto fields<Versao> = record(
    field<1, &Versao::major>   .required(),
    field<2, &Versao::minor>   .required(),
    field<3, &Versao::revision>.required());

struct DadoInstalacao : Record {
    Text contraChave, uuidInstalacao, cpfOuCnpj, nomeOuRazaoSocial, fone, email, versaoSistema, nomeBancoDados;
};
template <>
inline constexpr auto fields<DadoInstalacao> = record(
    field<1, &DadoInstalacao::contraChave>      .required(),
    field<2, &DadoInstalacao::uuidInstalacao>   .required(),
    field<3, &DadoInstalacao::cpfOuCnpj>        .required().chars(11, 15).must(cpf_or_cnpj),
    field<4, &DadoInstalacao::nomeOuRazaoSocial>.required(),
    field<5, &DadoInstalacao::fone>             .chars(10, 11).must(digits),
    field<6, &DadoInstalacao::email>            .chars(6, 255).must(ledi::email),
    field<7, &DadoInstalacao::versaoSistema>,
    field<8, &DadoInstalacao::nomeBancoDados>);

struct DadoTransporte : Record {
    Text uuidDadoSerializado;
    Long tipoDadoSerializado;
    Text cnesDadoSerializado, codIbge, ineDadoSerializado;
    Long numLote;
    Binary dadoSerializado;
    Ref<DadoInstalacao> remetente, originadora;
    Ref<Versao> versao;
};
template <>
inline constexpr auto fields<DadoTransporte> = record(
    field<1,  &DadoTransporte::uuidDadoSerializado>.xml(1).required().chars(36, 44),
    field<2,  &DadoTransporte::tipoDadoSerializado>.xml(2).required().codes(tabela::TipoDadoSerializado),
    field<3,  &DadoTransporte::cnesDadoSerializado>.xml(4).required().chars(7).must(digits),
    field<4,  &DadoTransporte::codIbge>            .xml(3).required().chars(7).must(digits),
    field<5,  &DadoTransporte::ineDadoSerializado> .xml(5).chars(10).must(digits),
    field<6,  &DadoTransporte::numLote>.xml(6),
    field<7,  &DadoTransporte::dadoSerializado>    .xml(7).required(),
    field<8,  &DadoTransporte::remetente>          .xml(8).required(),
    field<9,  &DadoTransporte::originadora>        .xml(9).required(),
    field<10, &DadoTransporte::versao>             .xml(10).required());

template <>
inline constexpr auto rules<DadoTransporte> = std::array{
    Rule<DadoTransporte>{
        .id = "ENV-VERSAO-ANTIGA",
        .field = name_of<&DadoTransporte::versao>,
        .message = "A versão do LEDI declarada é anterior à 7.2.2, a mais antiga aceita.",
        .fix = "Atualize o sistema de origem e envie a ficha na versão 7.2.2 ou mais nova do LEDI.",
        .source = "LEDI 8.7.0, versao",
        .until = kOldest,
        .holds = [](const DadoTransporte& t, const Context&) { return !t.versao; }},
    Rule<DadoTransporte>{
        .id = "ENV-VERSAO-NOVA",
        .field = name_of<&DadoTransporte::versao>,
        .message = "A versão do LEDI declarada é mais nova que a 8.7.0, a última que este sistema conhece.",
        .fix = "Atualize este sistema, ou envie a ficha na versão 8.7.0 do LEDI.",
        .source = "LEDI 8.7.0, versao",
        .since = {8, 7, 1},
        .holds = [](const DadoTransporte&, const Context&) { return false; }},
    Rule<DadoTransporte>{
        .id = "ENV-IBGE",
        .field = name_of<&DadoTransporte::codIbge>,
        .message = "O código IBGE não existe na tabela de municípios.",
        .fix = "Informe o código IBGE do município com 7 dígitos.",
        .source = "LEDI 8.7.0, DadoTransporte #4",
        .holds = [](const DadoTransporte& t, const Context&) {
            return t.codIbge.size() != 7 || national::has_municipio(t.codIbge);
        }},
    Rule<DadoTransporte>{
        .id = "ENV-MUNICIPIO",
        .field = name_of<&DadoTransporte::codIbge>,
        .message = "O município não está ativo nesta instalação.",
        .fix = "Envie a ficha à instalação do município, ou ative o município aqui.",
        .source = "LEDI 8.7.0, DadoTransporte #4",
        .needs = Needs::catalogo,
        .holds = [](const DadoTransporte& t, const Context& c) {
            return !present(t.codIbge) || c.catalogo->has_municipio(t.codIbge);
        }},
    Rule<DadoTransporte>{
        .id = "ENV-CNES",
        .field = name_of<&DadoTransporte::cnesDadoSerializado>,
        .message = "O estabelecimento (CNES) não pertence ao município.",
        .fix = "Confira o CNES; se estiver certo, importe o arquivo atualizado do CNES e processe de novo.",
        .source = "LEDI 8.7.0, DadoTransporte #3",
        .needs = Needs::catalogo,
        .holds = [](const DadoTransporte& t, const Context& c) {
            return !present(t.cnesDadoSerializado) || c.catalogo->has_unidade(t.codIbge, t.cnesDadoSerializado);
        }},
    Rule<DadoTransporte>{
        .id = "ENV-INE",
        .field = name_of<&DadoTransporte::ineDadoSerializado>,
        .message = "A equipe (INE) não pertence ao município.",
        .fix = "Confira o INE; se estiver certo, importe o arquivo atualizado do CNES e processe de novo.",
        .source = "LEDI 8.7.0, DadoTransporte #5",
        .needs = Needs::catalogo,
        .holds = [](const DadoTransporte& t, const Context& c) {
            return !present(t.ineDadoSerializado) || c.catalogo->has_equipe(t.codIbge, t.ineDadoSerializado);
        }},
};

/// The declared release; 0.0.0 when the sender did not say.
Version version_of(const DadoTransporte& envelope);

struct DecodeError;
bool decode_envelope(std::string_view bytes, Arena& arena, DadoTransporte& out, DecodeError& error);

}  // namespace aroeira::fichas::ledi
