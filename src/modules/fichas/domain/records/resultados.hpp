// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/clinico.hpp"

/// Rules of exam results (1.7), prescriptions (1.4) and referrals (1.5), over the record that
/// holds them. Source: LEDI 8.7.0, ResultadosExames, Medicamentos, Encaminhamentos.
namespace aroeira::fichas::ledi {

/// 1.7. `result_rules<&A::resultadosExames, &A::dataNascimento, &A::dataHoraInicialAtendimento>`.
template <auto Results, auto Birth, auto Start, class A = detail::Owner<Results>>
inline constexpr auto result_rules = std::array{
    Rule<A>{
        .id = "RES-01",
        .field = name_of<Results>,
        .message = "O exame não está entre os que têm resultado estruturado.",
        .fix = "Informe o código SIGTAP do exame; código AB só quando não há SIGTAP.",
        .source = "LEDI 8.7.0, ResultadosExames #1",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Results).size(); ++i) {
                const Text exam = (a.*Results)[i].exame;
                if (present(exam) && !national::has_structured_result(exam)) found.at(i, "exame");
            }
        }},
    Rule<A>{
        .id = "RES-02",
        .field = name_of<Results>,
        .message = "A solicitação do exame é anterior ao nascimento.",
        .fix = "Confira a data de solicitação e a data de nascimento.",
        .source = "LEDI 8.7.0, ResultadosExames #2",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Results).size(); ++i)
                if (!c.day_ordered(a.*Birth, (a.*Results)[i].dataSolicitacao)) found.at(i, "dataSolicitacao");
        }},
    Rule<A>{
        .id = "RES-03",
        .field = name_of<Results>,
        .message = "A realização do exame é anterior ao nascimento ou à solicitação.",
        .fix = "Confira as datas de solicitação e de realização.",
        .source = "LEDI 8.7.0, ResultadosExames #3",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Results).size(); ++i) {
                const ResultadosExame& r = (a.*Results)[i];
                if (!c.day_ordered(a.*Birth, r.dataRealizacao) || !c.day_ordered(r.dataSolicitacao, r.dataRealizacao))
                    found.at(i, "dataRealizacao");
            }
        }},
    Rule<A>{
        .id = "RES-04",
        .field = name_of<Results>,
        .message = "O resultado do exame é anterior à realização.",
        .fix = "Confira as datas de realização e de resultado.",
        .source = "LEDI 8.7.0, ResultadosExames #4",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Results).size(); ++i) {
                const ResultadosExame& r = (a.*Results)[i];
                if (!c.day_ordered(r.dataRealizacao, r.dataResultado) || !c.day_ordered(r.dataSolicitacao, r.dataResultado))
                    found.at(i, "dataResultado");
            }
        }},
    Rule<A>{
        .id = "RES-05",
        .field = name_of<Results>,
        .message = "A data do exame é posterior ao início do atendimento.",
        .fix = "Confira as datas do exame e a hora inicial do atendimento.",
        .source = "LEDI 8.7.0, ResultadosExames #2 a #4",
        .each = [](const A& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Results).size(); ++i) {
                const ResultadosExame& r = (a.*Results)[i];
                if (!c.day_ordered(r.dataSolicitacao, a.*Start)) found.at(i, "dataSolicitacao");
                if (!c.day_ordered(r.dataRealizacao, a.*Start)) found.at(i, "dataRealizacao");
                if (!c.day_ordered(r.dataResultado, a.*Start)) found.at(i, "dataResultado");
            }
        }},
};

template <>
inline constexpr auto rules<ResultadosExame> = std::array{
    Rule<ResultadosExame>{
        .id = "RES-06",
        .field = "resultadoExame",
        .message = "Falta a idade gestacional em semanas ou a data provável do parto.",
        .fix = "Na ultrassonografia obstétrica, informe um resultado do tipo 3 (semanas) ou 4 (data).",
        .source = "LEDI 8.7.0, resultadoExame #1",
        .holds = [](const ResultadosExame& r, const Context&) {
            return !clinico::is_obstetric(r.exame) || !present(r.resultadoExame) ||
                   std::any_of(r.resultadoExame.begin(), r.resultadoExame.end(), [](const ResultadoExame& one) {
                       return one.tipoResultado == 3 || one.tipoResultado == 4;
                   });
        }},
    Rule<ResultadosExame>{
        .id = "RES-07",
        .field = "resultadoExame",
        .message = "O tipo do resultado não se aplica ao exame.",
        .fix = "Use os tipos 2, 3 e 4 só na ultrassonografia obstétrica e o tipo 1 nos outros exames.",
        .source = "LEDI 8.7.0, resultadoExame #1",
        .each = [](const ResultadosExame& r, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < r.resultadoExame.size(); ++i) {
                const Integer& kind = r.resultadoExame[i].tipoResultado;
                if (kind && (*kind == 1) == clinico::is_obstetric(r.exame)) found.at(i, "tipoResultado");
            }
        }},
    Rule<ResultadosExame>{
        .id = "RES-08",
        .field = "resultadoExame",
        .message = "A idade gestacional está fora do possível.",
        .fix = "Informe de 0 a 42 semanas e de 0 a 6 dias.",
        .source = "LEDI 8.7.0, resultadoExame #2",
        .each = [](const ResultadosExame& r, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < r.resultadoExame.size(); ++i) {
                const ResultadoExame& one = r.resultadoExame[i];
                if (one.tipoResultado != 2 && one.tipoResultado != 3) continue;
                const Long value = clinico::whole_number(one.valorResultado);
                if (!value || *value < 0 || *value > (one.tipoResultado == 2 ? 6 : 42)) found.at(i, "valorResultado");
            }
        }},
    Rule<ResultadosExame>{
        .id = "RES-09",
        .field = "resultadoExame",
        .message = "A data provável do parto não é uma data, ou é anterior ao exame.",
        .fix = "Informe a data em milissegundos (epoch), igual ou posterior à realização do exame.",
        .source = "LEDI 8.7.0, resultadoExame #2",
        .each = [](const ResultadosExame& r, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < r.resultadoExame.size(); ++i) {
                if (r.resultadoExame[i].tipoResultado != 4) continue;
                const Long date = clinico::whole_number(r.resultadoExame[i].valorResultado);
                if (!date || !c.day_ordered(r.dataRealizacao, date)) found.at(i, "valorResultado");
            }
        }},
    Rule<ResultadosExame>{
        .id = "RES-10",
        .field = "resultadoExame",
        .message = "O valor do resultado não é aceito para este exame.",
        .fix = "Informe um código da tabela do exame, ou um número com vírgula dentro da faixa dele.",
        .source = "LEDI 8.7.0, resultadoExame #2",
        .each = [](const ResultadosExame& r, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < r.resultadoExame.size(); ++i)
                if (r.resultadoExame[i].tipoResultado == 1 && !clinico::suits(r.exame, r.resultadoExame[i].valorResultado))
                    found.at(i, "valorResultado");
        }},
};

namespace clinico {
bool same_medicamento(const Medicamento& a, const Medicamento& b);
/// "1,5" or "1/2" to 1.5 or 0.5; negative when it is not a dose.
double dose_part(std::string_view text);
bool is_part_of_dose(std::string_view text);
/// Days in a unit of duracaoTratamentoMedida or doseFrequenciaUnidadeMedida: 1 day, 2 week, 3 month.
inline std::int64_t days_of(std::int64_t count, const Long& unit) { return count * (unit == 2 ? 7 : unit == 3 ? 30 : 1); }
}  // namespace clinico

template <>
inline constexpr auto rules<Medicamento> = std::array{
    Rule<Medicamento>{
        .id = "MDC-01",
        .field = name_of<&Medicamento::codigoCatmat>,
        .message = "O medicamento não está na tabela CATMAT.",
        .fix = "Informe o código CATMAT do medicamento, por exemplo BR0267618.",
        .source = "LEDI 8.7.0, Medicamentos #1",
        .holds = [](const Medicamento& m, const Context&) {
            return !present(m.codigoCatmat) || national::has_catmat(m.codigoCatmat);
        }},
    Rule<Medicamento>{
        .id = "MDC-02",
        .field = name_of<&Medicamento::usoContinuo>,
        .message = "O medicamento é de dose única e de uso contínuo ao mesmo tempo.",
        .fix = "Marque só dose única ou só uso contínuo.",
        .source = "LEDI 8.7.0, Medicamentos #4 e #5",
        .holds = [](const Medicamento& m, const Context&) { return m.doseUnica != true || m.usoContinuo != true; }},
    Rule<Medicamento>{
        .id = "MDC-03",
        .field = name_of<&Medicamento::doseFrequenciaTipo>,
        .message = "Falta o tipo de frequência da dose.",
        .fix = "Informe o tipo de frequência, ou marque dose única.",
        .source = "LEDI 8.7.0, Medicamentos #6",
        .holds = [](const Medicamento& m, const Context&) { return m.doseUnica != false || present(m.doseFrequenciaTipo); }},
    Rule<Medicamento>{
        .id = "MDC-04",
        .field = name_of<&Medicamento::doseUnica>,
        .message = "O campo não se aplica a uma dose única.",
        .fix = "Retire frequência, duração e doses por turno, ou desmarque dose única.",
        .source = "LEDI 8.7.0, Medicamentos #6 a #9, #11, #12, #15 a #17",
        .each = [](const Medicamento& m, const Context&, Breaches& found) {
            using M = Medicamento;
            if (m.doseUnica == true)
                forbid<&M::doseFrequenciaTipo, &M::doseFrequencia, &M::doseFrequenciaQuantidade,
                       &M::doseFrequenciaUnidadeMedida, &M::duracaoTratamento, &M::duracaoTratamentoMedida, &M::qtDoseManha,
                       &M::qtDoseTarde, &M::qtDoseNoite>(m, found);
        }},
    Rule<Medicamento>{
        .id = "MDC-05",
        .field = name_of<&Medicamento::doseFrequenciaQuantidade>,
        .message = "Faltam a quantidade ou a unidade de medida da frequência.",
        .fix = "Com frequência por turno ou por vezes ao dia, informe a quantidade e a unidade de medida.",
        .source = "LEDI 8.7.0, Medicamentos #8 e #9",
        .each = [](const Medicamento& m, const Context&, Breaches& found) {
            if (m.doseFrequenciaTipo == 1 || m.doseFrequenciaTipo == 2)
                demand<&Medicamento::doseFrequenciaQuantidade, &Medicamento::doseFrequenciaUnidadeMedida>(m, found);
        }},
    Rule<Medicamento>{
        .id = "MDC-06",
        .field = name_of<&Medicamento::doseFrequenciaQuantidade>,
        .message = "A frequência por intervalo não tem quantidade nem unidade de medida.",
        .fix = "Retire a quantidade e a unidade: o intervalo em horas vai na frequência.",
        .source = "LEDI 8.7.0, Medicamentos #8 e #9",
        .each = [](const Medicamento& m, const Context&, Breaches& found) {
            if (m.doseFrequenciaTipo == 3)
                forbid<&Medicamento::doseFrequenciaQuantidade, &Medicamento::doseFrequenciaUnidadeMedida>(m, found);
        }},
    Rule<Medicamento>{
        .id = "MDC-07",
        .field = name_of<&Medicamento::doseFrequencia>,
        .message = "A frequência deve ser um número de 1 a 99.",
        .fix = "Informe quantas vezes ao dia, ou de quantas em quantas horas.",
        .source = "LEDI 8.7.0, Medicamentos #7",
        .holds = [](const Medicamento& m, const Context&) {
            if ((m.doseFrequenciaTipo != 2 && m.doseFrequenciaTipo != 3) || !present(m.doseFrequencia)) return true;
            const Long times = clinico::whole_number(m.doseFrequencia);
            return times && *times >= 1 && *times <= 99;
        }},
    Rule<Medicamento>{
        .id = "MDC-08",
        .field = name_of<&Medicamento::dtInicioTratamento>,
        .message = "O tratamento começa antes do atendimento.",
        .fix = "Informe o dia do atendimento ou um dia posterior.",
        .source = "LEDI 8.7.0, Medicamentos #10",
        .holds = [](const Medicamento& m, const Context& c) { return c.day_ordered(c.attended_at, m.dtInicioTratamento); }},
    Rule<Medicamento>{
        .id = "MDC-09",
        .field = name_of<&Medicamento::duracaoTratamento>,
        .message = "Um tratamento de duração indeterminada não tem duração.",
        .fix = "Retire a duração, ou informe a unidade em dias, semanas ou meses.",
        .source = "LEDI 8.7.0, Medicamentos #11",
        .holds = [](const Medicamento& m, const Context&) {
            return m.duracaoTratamentoMedida != 4 || !present(m.duracaoTratamento);
        }},
    Rule<Medicamento>{
        .id = "MDC-10",
        .field = name_of<&Medicamento::duracaoTratamento>,
        .message = "O tratamento dura menos que o intervalo entre as doses.",
        .fix = "Confira a duração do tratamento e a quantidade da frequência.",
        .source = "LEDI 8.7.0, Medicamentos #11",
        .holds = [](const Medicamento& m, const Context&) {
            if (!m.duracaoTratamento || !m.duracaoTratamentoMedida || !m.doseFrequenciaQuantidade ||
                !m.doseFrequenciaUnidadeMedida)
                return true;
            return clinico::days_of(*m.duracaoTratamento, m.duracaoTratamentoMedida) >
                   clinico::days_of(*m.doseFrequenciaQuantidade, m.doseFrequenciaUnidadeMedida);
        }},
    Rule<Medicamento>{
        .id = "MDC-11",
        .field = name_of<&Medicamento::qtDoseManha>,
        .message = "A dose fracionada foi informada em um turno só.",
        .fix = "Informe a dose de pelo menos dois turnos, ou nenhuma.",
        .source = "LEDI 8.7.0, Medicamentos #15 a #17",
        .holds = [](const Medicamento& m, const Context&) {
            return present(m.qtDoseManha) + present(m.qtDoseTarde) + present(m.qtDoseNoite) != 1;
        }},
    Rule<Medicamento>{
        .id = "MDC-12",
        .field = name_of<&Medicamento::qtDoseManha>,
        .message = "A dose do turno não está na forma aceita.",
        .fix = "Escreva a dose com vírgula (1,5) ou como fração (1/2).",
        .source = "LEDI 8.7.0, Medicamentos #15 a #17",
        .each = [](const Medicamento& m, const Context&, Breaches& found) {
            if (present(m.qtDoseManha) && !clinico::is_part_of_dose(m.qtDoseManha)) found.field("qtDoseManha");
            if (present(m.qtDoseTarde) && !clinico::is_part_of_dose(m.qtDoseTarde)) found.field("qtDoseTarde");
            if (present(m.qtDoseNoite) && !clinico::is_part_of_dose(m.qtDoseNoite)) found.field("qtDoseNoite");
        }},
    Rule<Medicamento>{
        .id = "MDC-13",
        .field = name_of<&Medicamento::dose>,
        .message = "A soma das doses dos turnos difere da dose.",
        .fix = "Confira a dose total e as doses de manhã, tarde e noite.",
        .source = "LEDI 8.7.0, Medicamentos #15 a #17",
        .holds = [](const Medicamento& m, const Context&) {
            const auto part = [](Text text) { return present(text) ? clinico::dose_part(text) : 0.0; };
            const double total = clinico::dose_part(m.dose);
            const double morning = part(m.qtDoseManha), noon = part(m.qtDoseTarde), night = part(m.qtDoseNoite);
            if (none(m.qtDoseManha, m.qtDoseTarde, m.qtDoseNoite) || total < 0 || morning < 0 || noon < 0 || night < 0)
                return true;
            const double difference = morning + noon + night - total;
            return difference < 1e-6 && difference > -1e-6;
        }},
};

/// 1.4. `prescription_rules<&A::medicamentos>`.
template <auto Items, class A = detail::Owner<Items>>
inline constexpr auto prescription_rules = std::array{
    Rule<A>{
        .id = "MDC-14",
        .field = name_of<Items>,
        .message = "O mesmo medicamento foi prescrito duas vezes, igual em tudo.",
        .fix = "Deixe a prescrição uma vez só.",
        .source = "LEDI 8.7.0, Medicamentos",
        .each = [](const A& a, const Context&, Breaches& found) {
            const auto& list = a.*Items;
            for (std::size_t i = 1; list.size() <= 1000 && i < list.size(); ++i)
                for (std::size_t k = 0; k < i; ++k)
                    if (clinico::same_medicamento(list[i], list[k])) {
                        found.at(i);
                        break;
                    }
        }},
};

/// 1.5, what Atendimento Individual and Odontológico share: `referral_rules<&A::encaminhamentos, &A::sexo>`.
/// `TakesCiap2` only in Atendimento Individual; elsewhere a CIAP-2 does not tell two referrals apart.
template <auto Items, auto Sex, bool TakesCiap2 = true, class A = detail::Owner<Items>>
inline constexpr auto referral_rules = std::array{
    Rule<A>{
        .id = "ENC-01",
        .field = name_of<Items>,
        .message = "O CID-10 do encaminhamento não existe ou não se aplica ao sexo do cidadão.",
        .fix = "Confira o CID-10, sem ponto, e o sexo do cidadão.",
        .source = "LEDI 8.7.0, Encaminhamentos #2",
        .each = [](const A& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < (a.*Items).size(); ++i) {
                const Text cid10 = (a.*Items)[i].hipoteseDiagnosticoCid10;
                if (present(cid10) && !(national::has_cid10(cid10) && national::fits_sex(cid10, a.*Sex)))
                    found.at(i, "hipoteseDiagnosticoCid10");
            }
        }},
    Rule<A>{
        .id = "ENC-02",
        .field = name_of<Items>,
        .message = "Há dois encaminhamentos iguais: mesma especialidade e mesma hipótese diagnóstica.",
        .fix = "Deixe um só encaminhamento por especialidade e hipótese.",
        .source = "LEDI 8.7.0, Encaminhamentos",
        .each = [](const A& a, const Context&, Breaches& found) {
            const auto& list = a.*Items;
            const auto same = [](const EncaminhamentoExterno& x, const EncaminhamentoExterno& y) {
                return x.especialidade == y.especialidade && x.hipoteseDiagnosticoCid10 == y.hipoteseDiagnosticoCid10 &&
                       (!TakesCiap2 || x.hipoteseDiagnosticoCiap2 == y.hipoteseDiagnosticoCiap2);
            };
            for (std::size_t i = 1; list.size() <= 1000 && i < list.size(); ++i)
                for (std::size_t k = 0; k < i; ++k)
                    if (same(list[i], list[k])) {
                        found.at(i);
                        break;
                    }
        }},
};

}  // namespace aroeira::fichas::ledi
