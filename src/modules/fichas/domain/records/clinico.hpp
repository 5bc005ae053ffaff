// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/national.hpp"
#include "modules/fichas/domain/records/cidadao.hpp"

/// Rules of the clinical groups, written once over the record that holds them: LEDI 8.7.0,
/// ProblemaCondicao, Encaminhamentos, Exame, ResultadosExames, SolicitacoesOci.
namespace aroeira::fichas::ledi {

namespace clinico {

inline constexpr std::string_view kGravidez = "W78";
/// Source: Ministério da Saúde, nota técnica do indicador de pré-natal: the dictionary names the
/// rule and not the codes.
inline constexpr std::string_view kPreNatal[] = {"W03", "W05", "W29", "W71", "W78", "W79", "W80", "W81", "W84", "W85"};
/// Deliveries, abortions and their outcome, by category. Source: CID-10, chapters XV and XXI.
inline constexpr std::string_view kDesfecho[] = {"O03", "O04", "O05", "O06", "O80", "O81", "O82", "O83", "O84", "Z37"};

inline bool is_one_of(std::string_view code, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view one) { return is_same(code, one); });
}
/// All of them are of chapter W, which few codes are.
inline bool is_pre_natal(std::string_view ciap) { return ciap.starts_with('W') && is_one_of(ciap, kPreNatal); }
inline bool is_desfecho(std::string_view cid10) { return is_one_of(cid10.substr(0, 3), kDesfecho); }
inline bool is_ab(std::string_view code) { return code.starts_with("AB"); }

/// Calls `found.at(i, field)` for each later item whose code was seen before. Quadratic over short lists.
template <class L, class Code>
void find_repeated(const L& list, Code code, std::string_view field, Breaches& found) {
    if (list.size() > 1000) return;
    for (std::size_t i = 1; i < list.size(); ++i) {
        const Text mine = code(list[i]);
        for (std::size_t k = 0; present(mine) && k < i; ++k)
            if (is_same(code(list[k]), mine)) {
                found.at(i, field);
                break;
            }
    }
}

/// True for the obstetric ultrasounds, whose result is a gestational age or a date.
bool is_obstetric(std::string_view exam);
/// The value of a result of kind 1 suits its exam: a code of its table, or a number of its range.
bool suits(std::string_view exam, std::string_view value);
/// "12" to 12; nothing when it is not a whole number.
Long whole_number(std::string_view text);

}  // namespace clinico

/// 1.1. `TakesAb` only in Atendimento Individual.
template <auto Problems, auto Birth, bool TakesAb, class A = detail::Owner<Problems>>
inline constexpr auto problem_rules = std::array{
    Rule<A>{
        .id = "PC-01",
        .field = name_of<Problems>,
        .message = "O problema não tem CIAP-2 nem CID-10.",
        .fix = "Informe o CIAP-2 ou o CID-10 do problema ou condição.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4 e #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if (none((a.*Problems)[i].ciap, (a.*Problems)[i].cid10)) found.at(i, "ciap");
        }},
    Rule<A>{
        .id = "PC-02",
        .field = name_of<Problems>,
        .message = "O mesmo CIAP-2 aparece mais de uma vez.",
        .fix = "Deixe cada CIAP-2 uma vez só no atendimento.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4",
        .each = [](const A& a, const Context&, Breaches& found) {
            clinico::find_repeated(a.*Problems, [](const ProblemaCondicao& p) { return p.ciap; }, "ciap", found);
        }},
    Rule<A>{
        .id = "PC-03",
        .field = name_of<Problems>,
        .message = "O mesmo CID-10 aparece mais de uma vez.",
        .fix = "Deixe cada CID-10 uma vez só no atendimento.",
        .source = "LEDI 8.7.0, ProblemaCondicao #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            clinico::find_repeated(a.*Problems, [](const ProblemaCondicao& p) { return p.cid10; }, "cid10", found);
        }},
    Rule<A>{
        .id = "PC-04",
        .field = name_of<Problems>,
        .message = "Há mais de um CID-10 da família Z34 (supervisão de gravidez normal).",
        .fix = "Deixe um só CID-10 da família Z34.",
        .source = "LEDI 8.7.0, ProblemaCondicao #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            int seen = 0;
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if ((a.*Problems)[i].cid10.starts_with("Z34") && ++seen > 1) found.at(i, "cid10");
        }},
    Rule<A>{
        .id = "PC-05",
        .field = name_of<Problems>,
        .message = "O código não existe na CIAP-2.",
        .fix = TakesAb ? "Informe um código da CIAP-2, ou um dos códigos AB aceitos pela versão declarada."
                       : "Informe um código da CIAP-2; códigos AB não são aceitos nesta ficha.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const Text ciap = (a.*Problems)[i].ciap;
                if (!present(ciap) || national::has_ciap2(ciap)) continue;
                if (!TakesAb || !national::has_ab_condition(ciap, c.version)) found.at(i, "ciap");
            }
        }},
    Rule<A>{
        .id = "PC-06",
        .field = name_of<Problems>,
        .message = "O código é de um procedimento da CIAP-2, não de um problema ou condição.",
        .fix = "Informe o CIAP-2 do problema; o procedimento vai nos procedimentos ou nas condutas.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if (national::is_ciap2_procedure((a.*Problems)[i].ciap)) found.at(i, "ciap");
        }},
    Rule<A>{
        .id = "PC-07",
        .field = name_of<Problems>,
        .message = "O CIAP-2 W78 (gravidez) só acompanha um CID-10 da família Z34.",
        .fix = "Troque o CID-10 por um da família Z34, ou informe o CID-10 sem o W78.",
        .source = "LEDI 8.7.0, ProblemaCondicao #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const ProblemaCondicao& p = (a.*Problems)[i];
                if (is_same(p.ciap, clinico::kGravidez) && present(p.cid10) && !p.cid10.starts_with("Z34")) found.at(i, "cid10");
            }
        }},
    Rule<A>{
        .id = "PC-08",
        .field = name_of<Problems>,
        .message = "Um CIAP-2 de pré-natal não acompanha um CID-10 de desfecho da gestação.",
        .fix = "Informe o pré-natal ou o desfecho, conforme o atendimento.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4 e #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const ProblemaCondicao& p = (a.*Problems)[i];
                const bool is_w78 = is_same(p.ciap, clinico::kGravidez);  // PC-07 speaks for it.
                if (clinico::is_pre_natal(p.ciap) && !is_w78 && clinico::is_desfecho(p.cid10)) found.at(i, "cid10");
            }
        }},
    Rule<A>{
        .id = "PC-09",
        .field = name_of<Problems>,
        .message = "CIAP-2 de pré-natal em menor de 9 anos.",
        .fix = "Confira o CIAP-2 e a data de nascimento.",
        .source = "LEDI 8.7.0, ProblemaCondicao #4",
        .each = [](const A& a, const Context& c, Breaches& found) {
            const auto is_under_9 = [&] {
                const int age = c.age(a.*Birth);
                return age >= 0 && age < 9;
            };
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if (clinico::is_pre_natal((a.*Problems)[i].ciap) && is_under_9()) found.at(i, "ciap");
        }},
    Rule<A>{
        .id = "PC-10",
        .field = name_of<Problems>,
        .message = "O CID-10 não existe na tabela.",
        .fix = "Informe um código da CID-10 sem ponto, por exemplo I10 ou E119.",
        .source = "LEDI 8.7.0, ProblemaCondicao #5",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const Text cid10 = (a.*Problems)[i].cid10;
                if (present(cid10) && !national::has_cid10(cid10)) found.at(i, "cid10");
            }
        }},
    Rule<A>{
        .id = "PC-11",
        .field = name_of<Problems>,
        .message = "Os dados da evolução do problema estão incompletos.",
        .fix = "Informe o UUID do problema, o UUID da evolução, o sequencial e a situação, ou nenhum deles.",
        .source = "LEDI 8.7.0, ProblemaCondicao #1 a #3 e #6",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const ProblemaCondicao& p = (a.*Problems)[i];
                if (all_or_none(p.uuidProblema, p.uuidEvolucaoProblema, p.coSequencialEvolucao, p.situacao)) continue;
                if (!present(p.uuidProblema)) found.at(i, "uuidProblema");
                if (!present(p.uuidEvolucaoProblema)) found.at(i, "uuidEvolucaoProblema");
                if (!present(p.coSequencialEvolucao)) found.at(i, "coSequencialEvolucao");
                if (!present(p.situacao)) found.at(i, "situacao");
            }
        }},
    Rule<A>{
        .id = "PC-12",
        .field = name_of<Problems>,
        .message = "A gravidez (W78) não pode ficar latente.",
        .fix = "Informe a situação ativa ou resolvida.",
        .source = "LEDI 8.7.0, ProblemaCondicao #6",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if ((a.*Problems)[i].situacao == 1 && is_same((a.*Problems)[i].ciap, clinico::kGravidez)) found.at(i, "situacao");
        }},
    Rule<A>{
        .id = "PC-13",
        .field = name_of<Problems>,
        .message = "O início do problema é anterior ao nascimento ou posterior ao atendimento.",
        .fix = "Confira a data de início do problema.",
        .source = "LEDI 8.7.0, ProblemaCondicao #7",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const Long& from = (a.*Problems)[i].dataInicioProblema;
                if (!c.day_ordered(a.*Birth, from) || !c.day_ordered(from, c.attended_at)) found.at(i, "dataInicioProblema");
            }
        }},
    Rule<A>{
        .id = "PC-14",
        .field = name_of<Problems>,
        .message = "A data de fim existe se, e somente se, o problema está resolvido.",
        .fix = "Informe a data de fim do problema resolvido, ou retire-a do que não está.",
        .source = "LEDI 8.7.0, ProblemaCondicao #8",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i)
                if (present((a.*Problems)[i].dataFimProblema) != ((a.*Problems)[i].situacao == 2))
                    found.at(i, "dataFimProblema");
        }},
    Rule<A>{
        .id = "PC-15",
        .field = name_of<Problems>,
        .message = "O fim do problema é anterior ao nascimento ou ao início, ou posterior ao atendimento.",
        .fix = "Confira a data de fim do problema.",
        .source = "LEDI 8.7.0, ProblemaCondicao #8",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const ProblemaCondicao& p = (a.*Problems)[i];
                if (!c.day_ordered(a.*Birth, p.dataFimProblema) || !c.day_ordered(p.dataInicioProblema, p.dataFimProblema) ||
                    !c.day_ordered(p.dataFimProblema, c.attended_at))
                    found.at(i, "dataFimProblema");
            }
        }},
};

/// The AB codes of 1.1, which only Atendimento Individual takes.
template <auto Problems, class A = detail::Owner<Problems>>
inline constexpr auto ab_problem_rules = std::array{
    Rule<A>{
        .id = "PC-16",
        .field = name_of<Problems>,
        .message = "Uma condição por código AB não tem dados de evolução.",
        .fix = "Retire UUIDs, sequencial, situação e datas, ou informe a condição pela CIAP-2.",
        .source = "LEDI 8.7.0, ProblemaCondicao #1 a #3, #6 a #8",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Problems).size(); ++i) {
                const ProblemaCondicao& p = (a.*Problems)[i];
                if (!clinico::is_ab(p.ciap)) continue;
                if (present(p.uuidProblema)) found.at(i, "uuidProblema");
                if (present(p.uuidEvolucaoProblema)) found.at(i, "uuidEvolucaoProblema");
                if (present(p.coSequencialEvolucao)) found.at(i, "coSequencialEvolucao");
                if (present(p.situacao)) found.at(i, "situacao");
                if (present(p.dataInicioProblema)) found.at(i, "dataInicioProblema");
                if (present(p.dataFimProblema)) found.at(i, "dataFimProblema");
            }
        }},
};

/// 1.6. `exam_rules<&A::exame>`.
template <auto Exams, class A = detail::Owner<Exams>>
inline constexpr auto exam_rules = std::array{
    Rule<A>{
        .id = "EXA-01",
        .field = name_of<Exams>,
        .message = "O exame não é do grupo 02 do SIGTAP nem da lista de exames.",
        .fix = "Informe o código SIGTAP do exame, com 10 dígitos; código AB só quando não há SIGTAP.",
        .source = "LEDI 8.7.0, Exame #1",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Exams).size(); ++i) {
                const Text code = (a.*Exams)[i].codigoExame;
                if (present(code) && !national::is_requestable_exam(code)) found.at(i, "codigoExame");
            }
        }},
    Rule<A>{
        .id = "EXA-02",
        .field = name_of<Exams>,
        .message = "O mesmo exame aparece mais de uma vez.",
        .fix = "Deixe cada exame uma vez só no atendimento.",
        .source = "LEDI 8.7.0, Exame #1",
        .each = [](const A& a, const Context&, Breaches& found) {
            clinico::find_repeated(a.*Exams, [](const Exame& e) { return e.codigoExame; }, "codigoExame", found);
        }},
};

/// 1.8. `oci_rules<&A::solicitacoesOci>`.
template <auto Requests, class A = detail::Owner<Requests>>
inline constexpr auto oci_rules = std::array{
    Rule<A>{
        .id = "OCI-01",
        .field = name_of<Requests>,
        .message = "A oferta de cuidado integrado não é do grupo 09 do SIGTAP.",
        .fix = "Informe um código do grupo 09 do SIGTAP, com 10 dígitos.",
        .source = "LEDI 8.7.0, SolicitacoesOci #1",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Requests).size(); ++i) {
                const Text code = (a.*Requests)[i].codigoSigtap;
                if (code.size() == 10 && !(code.starts_with("09") && national::has_sigtap(code))) found.at(i, "codigoSigtap");
            }
        }},
    Rule<A>{
        .id = "OCI-02",
        .field = name_of<Requests>,
        .message = "A mesma oferta de cuidado integrado aparece mais de uma vez.",
        .fix = "Deixe cada oferta uma vez só no atendimento.",
        .source = "LEDI 8.7.0, SolicitacoesOci #1",
        .each = [](const A& a, const Context&, Breaches& found) {
            clinico::find_repeated(a.*Requests, [](const SolicitacaoOci& s) { return s.codigoSigtap; }, "codigoSigtap", found);
        }},
};

}  // namespace aroeira::fichas::ledi
