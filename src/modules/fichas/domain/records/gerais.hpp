// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/comum.hpp"
#include "modules/fichas/domain/ledi/national.hpp"

/// The rules every ficha obeys, written once over the record type: G2 to G7 of the dictionary.
namespace aroeira::fichas::ledi {

namespace detail {
template <class T>
inline constexpr bool has_header = requires(const T& f) { f.headerTransport; };
template <class T>
inline constexpr bool has_shared_care = requires(const T& f) { f.headerTransport->lotacaoFormPrincipal; };

/// The professional the ficha belongs to; null when the header is missing.
template <class T>
auto principal(const T& f) {
    if constexpr (has_shared_care<T>) {
        return f.headerTransport && f.headerTransport->lotacaoFormPrincipal ? &*f.headerTransport->lotacaoFormPrincipal
                                                                             : nullptr;
    } else {
        return f.headerTransport ? &*f.headerTransport : nullptr;
    }
}
template <class T>
const LotacaoHeader* shared_care(const T& f) {
    const auto& header = f.headerTransport;
    return header && header->lotacaoFormAtendimentoCompartilhado ? &*header->lotacaoFormAtendimentoCompartilhado : nullptr;
}
template <class T>
constexpr std::string_view principal_path(std::string_view unica, std::string_view varias) {
    return has_shared_care<T> ? varias : unica;
}
template <class T>
Integer origem(const T& f) {
    if constexpr (requires { f.tpCdsOrigem; }) return f.tpCdsOrigem;
    else return f.tbCdsOrigem;
}
template <class T>
constexpr std::string_view origem_name() {
    if constexpr (requires(const T& f) { f.tpCdsOrigem; }) return "tpCdsOrigem";
    else return "tbCdsOrigem";
}
template <class T>
Text uuid_of(const T& f) {
    if constexpr (requires { f.uuidFicha; }) return f.uuidFicha;
    else if constexpr (requires { f.uuidEvolucao; }) return f.uuidEvolucao;
    else return f.uuid;
}
template <class T>
constexpr std::string_view uuid_name() {
    if constexpr (requires(const T& f) { f.uuidFicha; }) return "uuidFicha";
    else if constexpr (requires(const T& f) { f.uuidEvolucao; }) return "uuidEvolucao";
    else return "uuid";
}

template <class T>
inline constexpr auto identity_rules = std::array{
    Rule<T>{
        .id = "G2",
        .field = origem_name<T>(),
        .message = "A origem da ficha deve ser 3 (sistema próprio ou de terceiro).",
        .fix = "Envie 3 neste campo; os outros valores são do próprio PEC e do CDS.",
        .source = "LEDI 8.7.0, tpCdsOrigem",
        .holds = [](const T& f, const Context&) { return !origem(f) || *origem(f) == 3; }},
    Rule<T>{
        .id = "G3",
        .field = uuid_name<T>(),
        .message = "O identificador da ficha difere do que está na camada de transporte.",
        .fix = "Envie o mesmo UUID na ficha e em uuidDadoSerializado.",
        .source = "LEDI 8.7.0, uuidDadoSerializado",
        .holds = [](const T& f, const Context& c) {
            return !present(uuid_of(f)) || uuid_of(f) == c.envelope->uuidDadoSerializado;
        }},
};

template <class T>
inline constexpr auto header_rules = std::array{
    Rule<T>{
        .id = "G4-CNES",
        .field = principal_path<T>("headerTransport.cnes", "headerTransport.lotacaoFormPrincipal.cnes"),
        .message = "O CNES da ficha difere do CNES da camada de transporte.",
        .fix = "Envie o mesmo CNES no cabeçalho e em cnesDadoSerializado.",
        .source = "LEDI 8.7.0, cabeçalho, cnes",
        .holds = [](const T& f, const Context& c) {
            const auto* p = principal(f);
            return !p || !present(p->cnes) || is_same(p->cnes, c.envelope->cnesDadoSerializado);
        }},
    Rule<T>{
        .id = "G4-INE",
        .field = principal_path<T>("headerTransport.ine", "headerTransport.lotacaoFormPrincipal.ine"),
        .message = "O INE da ficha difere do INE da camada de transporte.",
        .fix = "Envie o mesmo INE no cabeçalho e em ineDadoSerializado, ou em nenhum dos dois.",
        .source = "LEDI 8.7.0, cabeçalho, ine",
        .holds = [](const T& f, const Context& c) {
            const auto* p = principal(f);
            return !p || is_same(p->ine, c.envelope->ineDadoSerializado);
        }},
    Rule<T>{
        .id = "G4-IBGE",
        .field = "headerTransport.codigoIbgeMunicipio",
        .message = "O município da ficha difere do município da camada de transporte.",
        .fix = "Envie o mesmo código IBGE no cabeçalho e em codIbge.",
        .source = "LEDI 8.7.0, cabeçalho, codigoIbgeMunicipio",
        .holds = [](const T& f, const Context& c) {
            const auto& h = f.headerTransport;
            return !h || !present(h->codigoIbgeMunicipio) || is_same(h->codigoIbgeMunicipio, c.envelope->codIbge);
        }},
    Rule<T>{
        .id = "G5",
        .field = "headerTransport.dataAtendimento",
        .message = "A data do atendimento está no futuro.",
        .fix = "Confira a data do atendimento e o relógio do computador.",
        .source = "LEDI 8.7.0, cabeçalho, dataAtendimento",
        .holds = [](const T&, const Context& c) { return c.day_ordered(c.attended_at, c.now); }},
    Rule<T>{
        .id = "G6",
        .field = principal_path<T>("headerTransport.profissionalCNS", "headerTransport.lotacaoFormPrincipal.profissionalCNS"),
        .message = "O profissional não tem vínculo com o município no CNES.",
        .fix = "Atualize o cadastro do profissional no CNES, importe o arquivo do CNES e processe de novo.",
        .source = "LEDI 8.7.0, cabeçalho, profissionalCNS",
        .needs = Needs::catalogo,
        .holds = [](const T& f, const Context& c) {
            const auto* p = principal(f);
            return !p || !present(p->profissionalCNS) || c.catalogo->has_profissional(c.envelope->codIbge, p->profissionalCNS);
        }},
    Rule<T>{
        .id = "G7",
        .field = principal_path<T>("headerTransport.cboCodigo_2002", "headerTransport.lotacaoFormPrincipal.cboCodigo_2002"),
        .message = "A ocupação (CBO) do profissional não pode preencher este tipo de ficha.",
        .fix = "Confira o CBO do profissional ou use a ficha prevista para a ocupação dele.",
        .source = "LEDI 8.7.0, Grupos de CBOs x Tipo de ficha",
        .holds = [](const T& f, const Context& c) {
            const auto* p = principal(f);
            return !p || !present(p->cboCodigo_2002) ||
                   national::accepts_cbo(c.envelope->tipoDadoSerializado.value_or(0), p->cboCodigo_2002);
        }},
};

template <class T>
inline constexpr auto shared_care_rules = std::array{
    Rule<T>{
        .id = "G6-COMPARTILHADO",
        .field = "headerTransport.lotacaoFormAtendimentoCompartilhado.profissionalCNS",
        .message = "O profissional do atendimento compartilhado não tem vínculo com o município no CNES.",
        .fix = "Confira o CNS do segundo profissional, atualize o CNES e processe de novo.",
        .source = "LEDI 8.7.0, VariasLotacoesHeader #2",
        .needs = Needs::catalogo,
        .holds = [](const T& f, const Context& c) {
            const auto* p = shared_care(f);
            return !p || !present(p->profissionalCNS) || c.catalogo->has_profissional(c.envelope->codIbge, p->profissionalCNS);
        }},
    Rule<T>{
        .id = "G7-COMPARTILHADO",
        .field = "headerTransport.lotacaoFormAtendimentoCompartilhado.cboCodigo_2002",
        .message = "O CBO do profissional do atendimento compartilhado não existe na tabela.",
        .fix = "Informe um código da tabela de CBO.",
        .source = "LEDI 8.7.0, CBO disponíveis",
        .holds = [](const T& f, const Context&) {
            const auto* p = shared_care(f);
            return !p || !present(p->cboCodigo_2002) || national::has_cbo(p->cboCodigo_2002);
        }},
    Rule<T>{
        .id = "G7-COMPARTILHADO-CNES",
        .field = "headerTransport.lotacaoFormAtendimentoCompartilhado.cnes",
        .message = "O CNES do profissional do atendimento compartilhado não é do município.",
        .fix = "Informe um estabelecimento do município, ou importe o CNES atualizado e processe de novo.",
        .source = "LEDI 8.7.0, VariasLotacoesHeader #2",
        .needs = Needs::catalogo,
        .holds = [](const T& f, const Context& c) {
            const auto* p = shared_care(f);
            return !p || !present(p->cnes) || c.catalogo->has_unidade(c.envelope->codIbge, p->cnes);
        }},
    Rule<T>{
        .id = "G7-COMPARTILHADO-INE",
        .field = "headerTransport.lotacaoFormAtendimentoCompartilhado.ine",
        .message = "O INE do profissional do atendimento compartilhado não é do município.",
        .fix = "Informe uma equipe do município, ou importe o CNES atualizado e processe de novo.",
        .source = "LEDI 8.7.0, VariasLotacoesHeader #2",
        .needs = Needs::catalogo,
        .holds = [](const T& f, const Context& c) {
            const auto* p = shared_care(f);
            return !p || !present(p->ine) || c.catalogo->has_equipe(c.envelope->codIbge, p->ine);
        }},
};

template <class T>
constexpr auto make_general_rules() {
    if constexpr (has_shared_care<T>) return join(identity_rules<T>, header_rules<T>, shared_care_rules<T>);
    else if constexpr (has_header<T>) return join(identity_rules<T>, header_rules<T>);
    else return identity_rules<T>;
}
}  // namespace detail

/// Join these to the rules of every root struct: `rules<F> = join(general_rules<F>, std::array{…})`.
template <class T>
inline constexpr auto general_rules = detail::make_general_rules<T>();

}  // namespace aroeira::fichas::ledi
