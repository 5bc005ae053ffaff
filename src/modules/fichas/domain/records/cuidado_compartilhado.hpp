// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Cuidado Compartilhado (tipo 16): one step of a case two professionals follow together.
/// Source: LEDI 8.7.0, CC.
namespace aroeira::fichas::ledi {

struct CuidadoCompartilhado : Record {
    Text uuidEvolucao;
    Ref<Lotacao> lotacaoEvolucao;
    Long dataEvolucao, dataEvolucaoAnterior;
    Integer coSequencialEvolucao;
    Long condutaEvolucao;
    Integer tpCdsOrigem;
    Text cnsCidadao, cpfCidadao;
    Long sexoCidadao;
    Text dataNascimentoCidadao, uuidCuidadoCompartilhado;
    Ref<Lotacao> solicitante, executante;
    Long dataCriacaoCuidado;
    Text cid10, ciap, uuidFichaOrigem;
    Integer tpDadoTranspFichaOrigem, prioridadeCuidado, reclassificacaoPrioridadeCuidado;
};
using Cuidado = CuidadoCompartilhado;

template <>
inline constexpr auto fields<Cuidado> = record(
    field<1,  &Cuidado::uuidEvolucao>            .xml(1).required().chars(36, 44),
    field<2,  &Cuidado::lotacaoEvolucao>         .xml(2).required(),
    field<3,  &Cuidado::dataEvolucao>            .xml(3).required(),
    field<4,  &Cuidado::dataEvolucaoAnterior>    .xml(4),
    field<5,  &Cuidado::coSequencialEvolucao>    .xml(5).required().range(1, 999),
    field<6,  &Cuidado::condutaEvolucao>         .xml(6).required().codes(tabela::condutaEvolucao)
        .only({1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13}),
    field<7,  &Cuidado::tpCdsOrigem>             .xml(7).required(),
    field<8,  &Cuidado::cnsCidadao>              .xml(9).chars(15).must(cns),
    field<9,  &Cuidado::cpfCidadao>              .xml(10).chars(11).must(cpf),
    field<10, &Cuidado::sexoCidadao>             .xml(12).required().codes(tabela::Sexo),
    field<11, &Cuidado::dataNascimentoCidadao>   .xml(11).required().must(iso_date),
    field<12, &Cuidado::uuidCuidadoCompartilhado>.xml(8).required().chars(36, 44),
    field<13, &Cuidado::solicitante>             .xml(13).required(),
    field<14, &Cuidado::executante>              .xml(14).required(),
    field<15, &Cuidado::dataCriacaoCuidado>      .xml(15).required(),
    field<16, &Cuidado::cid10>                   .xml(17).must(upper_code),
    field<17, &Cuidado::ciap>                    .xml(16).must(upper_code),
    field<18, &Cuidado::uuidFichaOrigem>         .xml(20).chars(36, 44),
    field<19, &Cuidado::tpDadoTranspFichaOrigem> .xml(21).only({4, 5, 7, 10, 16}),
    field<20, &Cuidado::prioridadeCuidado>       .xml(18).required().codes(tabela::prioridadeCuidado),
    field<21, &Cuidado::reclassificacaoPrioridadeCuidado>.xml(19).codes(tabela::prioridadeCuidado));

// ---- conditional rules ----

namespace cuidado {
/// 01/07/2023: no shared care exists before. Source: LEDI 8.7.0, CC #15.
inline constexpr std::int64_t kFirstDay = 19'539;
constexpr int kOldest = 130;

inline bool same(const Lotacao& a, const Lotacao& b) {
    return a.cpf == b.cpf && a.cns == b.cns && a.cboCodigo_2002 == b.cboCodigo_2002 && a.ine == b.ine && a.cnes == b.cnes &&
           a.codigoIbgeMunicipio == b.codigoIbgeMunicipio;
}
/// Days since 1970-01-01 of a date written AAAA-MM-DD that passed its test.
inline std::int64_t day_of(Text iso) {
    const auto number = [&](std::size_t from, std::size_t size) {
        int n = 0;
        for (const char c : iso.substr(from, size)) n = n * 10 + (c - '0');
        return n;
    };
    const auto date = std::chrono::year(number(0, 4)) / static_cast<unsigned>(number(5, 2)) / static_cast<unsigned>(number(8, 2));
    return std::chrono::sys_days(date).time_since_epoch().count();
}
inline std::optional<std::int64_t> birth_day(const Cuidado& f) {
    if (!present(f.dataNascimentoCidadao) || !is_iso_date(f.dataNascimentoCidadao)) return std::nullopt;
    return day_of(f.dataNascimentoCidadao);
}

template <auto Member>
constexpr std::string_view inside(std::string_view evolucao, std::string_view solicitante, std::string_view executante) {
    if constexpr (Member == &Cuidado::solicitante) return solicitante;
    else if constexpr (Member == &Cuidado::executante) return executante;
    else return evolucao;
}

/// A professional of the case is known: document, occupation and place.
template <auto Member>
inline constexpr auto lotacao_rules = std::array{
    Rule<Cuidado>{
        .id = "CC-11",
        .field = inside<Member>("lotacaoEvolucao.cns", "solicitante.cns", "executante.cns"),
        .message = "O profissional não tem vínculo com o município no CNES.",
        .fix = "Atualize o cadastro do profissional no CNES, importe o arquivo do CNES e processe de novo.",
        .source = "LEDI 8.7.0, LotacaoThrift #1 e #2",
        .needs = Needs::catalogo,
        .holds = [](const Cuidado& f, const Context& c) {
            const auto& l = f.*Member;
            return !l || !present(l->cns) || !present(l->codigoIbgeMunicipio) ||
                   l->codigoIbgeMunicipio != c.envelope->codIbge || c.catalogo->has_profissional(l->codigoIbgeMunicipio, l->cns);
        }},
    Rule<Cuidado>{
        .id = "CC-12",
        .field = inside<Member>("lotacaoEvolucao.cboCodigo_2002", "solicitante.cboCodigo_2002", "executante.cboCodigo_2002"),
        .message = "O CBO do profissional não existe na tabela.",
        .fix = "Informe um código da tabela de CBO.",
        .source = "LEDI 8.7.0, LotacaoThrift #3",
        .holds = [](const Cuidado& f, const Context&) {
            const auto& l = f.*Member;
            return !l || !present(l->cboCodigo_2002) || national::has_cbo(l->cboCodigo_2002);
        }},
};
}  // namespace cuidado

template <>
inline constexpr auto rules<Cuidado> = join(
    general_rules<Cuidado>, document_rules<&Cuidado::cnsCidadao, &Cuidado::cpfCidadao>,
    cuidado::lotacao_rules<&Cuidado::lotacaoEvolucao>, cuidado::lotacao_rules<&Cuidado::solicitante>,
    cuidado::lotacao_rules<&Cuidado::executante>,
    std::array{
        Rule<Cuidado>{
            .id = "CC-01",
            .field = "lotacaoEvolucao",
            .message = "Quem registrou a evolução não é o solicitante nem o executante.",
            .fix = "Envie em lotacaoEvolucao os mesmos dados do solicitante ou do executante.",
            .source = "LEDI 8.7.0, CC #2",
            .holds = [](const Cuidado& f, const Context&) {
                return !f.lotacaoEvolucao || !f.solicitante || !f.executante ||
                       cuidado::same(*f.lotacaoEvolucao, *f.solicitante) || cuidado::same(*f.lotacaoEvolucao, *f.executante);
            }},
        Rule<Cuidado>{
            .id = "CC-02",
            .field = "lotacaoEvolucao.cnes",
            .message = "O CNES, o INE ou o município da evolução difere da camada de transporte.",
            .fix = "Envie na camada de transporte o CNES, o INE e o município de quem registrou a evolução.",
            .source = "LEDI 8.7.0, CC #2",
            .each = [](const Cuidado& f, const Context& c, Breaches& found) {
                if (!f.lotacaoEvolucao) return;
                const auto& l = *f.lotacaoEvolucao;
                if (present(l.cnes) && l.cnes != c.envelope->cnesDadoSerializado) found.field("lotacaoEvolucao.cnes");
                if (l.ine != c.envelope->ineDadoSerializado) found.field("lotacaoEvolucao.ine");
                if (present(l.codigoIbgeMunicipio) && l.codigoIbgeMunicipio != c.envelope->codIbge)
                    found.field("lotacaoEvolucao.codigoIbgeMunicipio");
            }},
        Rule<Cuidado>{
            .id = "CC-03",
            .field = "executante",
            .message = "O solicitante e o executante são o mesmo profissional no mesmo lugar.",
            .fix = "Informe quem pediu e quem responde: ao menos um dado deve ser diferente.",
            .source = "LEDI 8.7.0, CC #13 e #14",
            .holds = [](const Cuidado& f, const Context&) {
                return !f.solicitante || !f.executante || !cuidado::same(*f.solicitante, *f.executante);
            }},
        Rule<Cuidado>{
            .id = "CC-04",
            .field = "executante.ine",
            .message = "Falta a equipe do executante.",
            .fix = "Informe o INE da equipe do executante.",
            .source = "LEDI 8.7.0, CC #14",
            .holds = [](const Cuidado& f, const Context&) { return !f.executante || present(f.executante->ine); }},
        Rule<Cuidado>{
            .id = "CC-05",
            .field = "dataCriacaoCuidado",
            .message = "A data de criação do cuidado não é possível.",
            .fix = "Confira: ela é de 01/07/2023 em diante, não é anterior ao nascimento nem está no futuro.",
            .source = "LEDI 8.7.0, CC #15",
            .holds = [](const Cuidado& f, const Context& c) {
                if (!f.dataCriacaoCuidado) return true;
                const auto day = c.day(*f.dataCriacaoCuidado);
                return day >= cuidado::kFirstDay && *f.dataCriacaoCuidado <= c.now && day >= cuidado::birth_day(f).value_or(day);
            }},
        Rule<Cuidado>{
            .id = "CC-06",
            .field = "dataEvolucao",
            .message = "A data da evolução é anterior à criação do cuidado, ou está no futuro.",
            .fix = "Confira a data da evolução e a da criação do cuidado.",
            .source = "LEDI 8.7.0, CC #3",
            .holds = [](const Cuidado& f, const Context& c) {
                return ordered(f.dataCriacaoCuidado, f.dataEvolucao) && (!f.dataEvolucao || *f.dataEvolucao <= c.now);
            }},
        Rule<Cuidado>{
            .id = "CC-07",
            .field = "dataEvolucaoAnterior",
            .message = "A data da evolução anterior existe se, e somente se, esta não é a primeira.",
            .fix = "Informe a data da evolução anterior a partir da segunda; na primeira, retire.",
            .source = "LEDI 8.7.0, CC #4",
            .holds = [](const Cuidado& f, const Context&) {
                return !f.coSequencialEvolucao || present(f.dataEvolucaoAnterior) == (*f.coSequencialEvolucao > 1);
            }},
        Rule<Cuidado>{
            .id = "CC-08",
            .field = "dataEvolucaoAnterior",
            .message = "A evolução anterior não está entre a criação do cuidado e esta evolução.",
            .fix = "Confira a data da evolução anterior.",
            .source = "LEDI 8.7.0, CC #4",
            .holds = [](const Cuidado& f, const Context&) {
                return ordered(f.dataCriacaoCuidado, f.dataEvolucaoAnterior) && ordered(f.dataEvolucaoAnterior, f.dataEvolucao);
            }},
        Rule<Cuidado>{
            .id = "CC-09",
            .field = "ciap",
            .message = "O caso não diz o problema: faltam o CIAP-2 e o CID-10.",
            .fix = "Informe o CIAP-2 ou o CID-10.",
            .source = "LEDI 8.7.0, CC #16 e #17",
            .holds = [](const Cuidado& f, const Context&) { return any(f.ciap, f.cid10); }},
        Rule<Cuidado>{
            .id = "CC-10",
            .field = "cid10",
            .message = "O CID-10 não existe na tabela ou não se aplica ao sexo do cidadão.",
            .fix = "Confira o código e o sexo.",
            .source = "LEDI 8.7.0, CC #16",
            .holds = [](const Cuidado& f, const Context&) {
                return !present(f.cid10) || (national::has_cid10(f.cid10) && national::fits_sex(f.cid10, f.sexoCidadao));
            }},
        Rule<Cuidado>{
            .id = "CC-13",
            .field = "ciap",
            .message = "O CIAP-2 não existe na tabela.",
            .fix = "Informe um código da CIAP-2, em maiúsculas e sem pontos.",
            .source = "LEDI 8.7.0, CC #17",
            .holds = [](const Cuidado& f, const Context&) { return !present(f.ciap) || national::has_ciap2(f.ciap); }},
        Rule<Cuidado>{
            .id = "CC-14",
            .field = "uuidFichaOrigem",
            .message = "A ficha de origem foi informada pela metade.",
            .fix = "Informe o identificador e o tipo da ficha de origem, ou nenhum dos dois.",
            .source = "LEDI 8.7.0, CC #18 e #19",
            .each = [](const Cuidado& f, const Context&, Breaches& found) {
                if (!all_or_none(f.uuidFichaOrigem, f.tpDadoTranspFichaOrigem))
                    demand<&Cuidado::uuidFichaOrigem, &Cuidado::tpDadoTranspFichaOrigem>(f, found);
            }},
        Rule<Cuidado>{
            .id = "CC-15",
            .field = "reclassificacaoPrioridadeCuidado",
            .message = "A nova prioridade é igual à que o caso já tinha.",
            .fix = "Informe uma prioridade diferente, ou retire a reclassificação.",
            .source = "LEDI 8.7.0, CC #21",
            .holds = [](const Cuidado& f, const Context&) {
                return !f.reclassificacaoPrioridadeCuidado || f.reclassificacaoPrioridadeCuidado != f.prioridadeCuidado;
            }},
        Rule<Cuidado>{
            .id = "CC-16",
            .field = "dataNascimentoCidadao",
            .message = "A data de nascimento está no futuro ou há mais de 130 anos.",
            .fix = "Confira a data de nascimento do cidadão.",
            .source = "LEDI 8.7.0, CC #11",
            .holds = [](const Cuidado& f, const Context& c) {
                const auto born = cuidado::birth_day(f);
                return !born || (*born <= c.today() && c.today() - *born <= cuidado::kOldest * 36525L / 100);
            }},
    });

}  // namespace aroeira::fichas::ledi
