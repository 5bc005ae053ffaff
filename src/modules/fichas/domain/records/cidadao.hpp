// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/comum.hpp"

/// Rules about the citizen and the times of care, written once over the members that hold them.
namespace aroeira::fichas::ledi {

namespace detail {
template <auto Member> using Owner = typename MemberOf<decltype(Member)>::Owner;
}

/// G8. `birth_rules<&Visita::dtNascimento>`.
template <auto Birth, class T = detail::Owner<Birth>>
inline constexpr auto birth_rules = std::array{
    Rule<T>{
        .id = "G8",
        .field = name_of<Birth>,
        .message = "A data de nascimento é posterior à data do atendimento.",
        .fix = "Confira a data de nascimento do cidadão e a data do atendimento.",
        .source = "LEDI 8.7.0, data de nascimento",
        .holds = [](const T& r, const Context& c) { return c.day_ordered(r.*Birth, c.attended_at); }},
    Rule<T>{
        .id = "G8-130",
        .field = name_of<Birth>,
        .message = "A data de nascimento está mais de 130 anos antes da data do atendimento.",
        .fix = "Confira o ano de nascimento do cidadão.",
        .source = "LEDI 8.7.0, data de nascimento",
        .holds = [](const T& r, const Context& c) {
            // So few days are never 130 years, and the calendar is not asked.
            return !all(r.*Birth, c.attended_at) || c.day(*c.attended_at) - c.day(*(r.*Birth)) < 130 * 365 ||
                   c.years(*(r.*Birth), *c.attended_at) < 130 ||
                   c.months(*(r.*Birth), *c.attended_at) == 130 * 12;
        }},
};

/// G9. `time_rules<&A::dataHoraInicialAtendimento, &A::dataHoraFinalAtendimento>`.
template <auto Start, auto End, class T = detail::Owner<Start>>
inline constexpr auto time_rules = std::array{
    Rule<T>{
        .id = "G9-INICIO",
        .field = name_of<Start>,
        .message = "O início do atendimento é anterior à data do atendimento.",
        .fix = "Confira a hora inicial e a data do atendimento.",
        .source = "LEDI 8.7.0, dataHoraInicialAtendimento",
        .holds = [](const T& r, const Context& c) { return ordered(c.attended_at, r.*Start); }},
    Rule<T>{
        .id = "G9-ORDEM",
        .field = name_of<End>,
        .message = "O fim do atendimento é anterior ao início.",
        .fix = "Confira a hora inicial e a hora final do atendimento.",
        .source = "LEDI 8.7.0, dataHoraFinalAtendimento",
        .holds = [](const T& r, const Context&) { return ordered(r.*Start, r.*End); }},
    Rule<T>{
        .id = "G9-INICIO-FUTURO",
        .field = name_of<Start>,
        .message = "O início do atendimento está no futuro.",
        .fix = "Confira a hora inicial e o relógio do computador.",
        .source = "LEDI 8.7.0, dataHoraInicialAtendimento",
        .holds = [](const T& r, const Context& c) { return !(r.*Start) || *(r.*Start) <= c.now; }},
    Rule<T>{
        .id = "G9-FIM-FUTURO",
        .field = name_of<End>,
        .message = "O fim do atendimento está no futuro.",
        .fix = "Confira a hora final e o relógio do computador.",
        .source = "LEDI 8.7.0, dataHoraFinalAtendimento",
        .holds = [](const T& r, const Context& c) { return !(r.*End) || *(r.*End) <= c.now; }},
};

/// CPF and CNS never together. `document_rules<&Visita::cnsCidadao, &Visita::cpfCidadao>`.
template <auto CnsMember, auto CpfMember, class T = detail::Owner<CpfMember>>
inline constexpr auto document_rules = std::array{
    Rule<T>{
        .id = "DOC-CPF-CNS",
        .field = name_of<CpfMember>,
        .message = "O CPF e o CNS do cidadão foram informados juntos.",
        .fix = "Informe o CPF do cidadão; o CNS só quando ele não tem CPF.",
        .source = "LEDI 8.7.0, CPF/CNS do cidadão",
        .holds = [](const T& r, const Context&) { return !all(r.*CnsMember, r.*CpfMember); }},
};

/// The reason for having no CPF exists if, and only if, the flag says so. The flag lives from
/// `Major.Minor.0` on: `no_cpf_rules<&V::stNaoPossuiCpf, &V::justificativaNaoPossuiCpf, 8, 5>`.
template <auto Flag, auto Reason, int Major, int Minor, class T = detail::Owner<Flag>>
inline constexpr auto no_cpf_rules = std::array{
    Rule<T>{
        .id = "DOC-JUSTIFICATIVA",
        .field = name_of<Reason>,
        .message = "Falta a justificativa para o cidadão não possuir CPF.",
        .fix = "Informe a justificativa, ou o CPF do cidadão.",
        .source = "LEDI 8.7.0, justificativaNaoPossuiCpf",
        .since = {Major, Minor, 0},
        .holds = [](const T& r, const Context&) { return r.*Flag != true || present(r.*Reason); }},
    Rule<T>{
        .id = "DOC-JUSTIFICATIVA-SOBRA",
        .field = name_of<Reason>,
        .message = "Há justificativa para não possuir CPF, mas o cidadão possui CPF.",
        .fix = "Retire a justificativa, ou marque que o cidadão não possui CPF.",
        .source = "LEDI 8.7.0, justificativaNaoPossuiCpf",
        .since = {Major, Minor, 0},
        .holds = [](const T& r, const Context&) { return r.*Flag != false || !present(r.*Reason); }},
};

/// 1.3, IVCF-20. `ivcf_rules<&V::ivcf, &V::dtNascimento>`; records with times of care join
/// `ivcf_end_rules` too.
template <auto Group, auto Birth, class T = detail::Owner<Group>>
inline constexpr auto ivcf_rules = std::array{
    Rule<T>{
        .id = "IVCF-IDADE",
        .field = name_of<Group>,
        .message = "O IVCF-20 só se aplica a pessoas com 60 anos ou mais na data do atendimento.",
        .fix = "Retire o IVCF-20 ou confira a data de nascimento.",
        .source = "LEDI 8.7.0, Ivcf",
        .holds = [](const T& r, const Context& c) {
            return !(r.*Group) || !all(r.*Birth, c.attended_at) || c.age(r.*Birth) >= 60;
        }},
    Rule<T>{
        .id = "IVCF-DATA-60",
        .field = "ivcf.dataResultado",
        .message = "O resultado do IVCF-20 é de antes dos 60 anos da pessoa.",
        .fix = "Confira a data do resultado do IVCF-20 e a data de nascimento.",
        .source = "LEDI 8.7.0, Ivcf #15",
        .holds = [](const T& r, const Context& c) {
            const auto& ivcf = r.*Group;
            return !ivcf || !all(ivcf->dataResultado, r.*Birth) || c.years(*(r.*Birth), *ivcf->dataResultado) >= 60;
        }},
    Rule<T>{
        .id = "IVCF-DATA-FUTURO",
        .field = "ivcf.dataResultado",
        .message = "A data do resultado do IVCF-20 está no futuro.",
        .fix = "Confira a data do resultado do IVCF-20.",
        .source = "LEDI 8.7.0, Ivcf #15",
        .holds = [](const T& r, const Context& c) {
            const auto& ivcf = r.*Group;
            return !ivcf || !ivcf->dataResultado || *ivcf->dataResultado <= c.now;
        }},
};
template <auto Group, auto End, class T = detail::Owner<Group>>
inline constexpr auto ivcf_end_rules = std::array{
    Rule<T>{
        .id = "IVCF-DATA-FIM",
        .field = "ivcf.dataResultado",
        .message = "A data do resultado do IVCF-20 é posterior ao fim do atendimento.",
        .fix = "Confira a data do resultado do IVCF-20 e a hora final do atendimento.",
        .source = "LEDI 8.7.0, Ivcf #15",
        .holds = [](const T& r, const Context&) { return !(r.*Group) || ordered((r.*Group)->dataResultado, r.*End); }},
};

}  // namespace aroeira::fichas::ledi
