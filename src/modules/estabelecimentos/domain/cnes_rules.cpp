// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/cnes_rules.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/identifiers.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

/// Digits that number nothing: the registry has no such unit or team.
bool is_zero(std::string_view digits) { return digits.find_first_not_of('0') == digits.npos; }

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == text.npos;
}

int two(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

std::string masked(std::string_view digits) {
    if (digits.size() < 4) return "(sem CPF)";
    return "CPF final " + std::string(digits.substr(digits.size() - 4));
}

std::string missing(std::string_view what) { return "Falta " + std::string(what) + "."; }

}  // namespace

bool is_complexidade(std::string_view sigla) { return sigla == "AB" || sigla == "MC" || sigla == "AC"; }

std::optional<std::string> iso_date(std::string_view text) {
    std::string iso;
    if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
        iso.append(text.substr(6)).append("-").append(text.substr(3, 2)).append("-").append(text.substr(0, 2));
    } else if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        iso = text;
    } else {
        return std::nullopt;
    }
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (iso[at] < '0' || iso[at] > '9') return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(two(iso, 0) * 100 + two(iso, 2)),
                                          std::chrono::month(static_cast<unsigned>(two(iso, 5))),
                                          std::chrono::day(static_cast<unsigned>(two(iso, 8)))};
    if (!day.ok()) return std::nullopt;
    return iso;
}

std::string refusal_of(const Unidade& u, std::string_view ibge, std::string_view uf) {
    if (!is_cnes(u.cnes) || is_zero(u.cnes)) return "CNES inválido: são 7 dígitos.";
    if (u.nome.empty()) return missing("o nome fantasia");
    if (!is_cnpj(u.cnpj)) return "CNPJ inválido.";
    if (u.tipo.empty()) return missing("o tipo da unidade");
    if (u.tipo_descricao.empty()) return missing("a descrição do tipo da unidade");
    if (u.complexidades.empty()) return "Nenhuma complexidade conhecida (AB, MC ou AC).";
    if (!is_digits(u.cep, 8)) return "Endereço incompleto: o CEP deve ter 8 dígitos.";
    if (u.bairro.empty()) return "Endereço incompleto: falta o bairro.";
    if (u.logradouro.empty()) return "Endereço incompleto: falta o logradouro.";
    if (u.numero.empty()) return "Endereço incompleto: falta o número (ou S/N).";
    if (u.ibge != ibge) return "O endereço é de outro município.";
    if (u.uf != uf) return "O endereço é de outra UF.";
    return {};
}

std::string refusal_of(const Equipe& e, std::string_view desativacao) {
    if (!is_ine(e.ine) || is_zero(e.ine)) return "INE inválido: são 10 dígitos.";
    if (e.tipo.empty()) return missing("o tipo da equipe");
    if (e.sigla.empty()) return missing("a sigla da equipe");
    if (e.descricao.empty()) return missing("a descrição do tipo da equipe");
    if (e.nome.empty()) return missing("o nome de referência da equipe");
    if (!desativacao.empty() && e.desativada_em.empty()) return "Data de desativação inválida.";
    return {};
}

std::string refusal_of(const Profissional& p) {
    if (!is_cpf(p.cpf)) return "CPF inválido.";
    if (!is_cns(p.cns)) return "CNS inválido.";
    if (p.nome.empty()) return missing("o nome do profissional");
    return {};
}

std::string refusal_of(const Lotacao& l) {
    if (l.cbo.empty()) return missing("o CBO");
    if (!tabelas::has_cbo(l.cbo)) return "CBO " + std::string(l.cbo) + " não existe na Classificação Brasileira de Ocupações.";
    return {};
}

std::string chave_of(const Profissional& p) {
    return (p.nome.empty() ? std::string("(sem nome)") : std::string(p.nome)) + ", " + masked(p.cpf);
}

std::string chave_of(const Lotacao& l, const Profissional& p) {
    std::string chave = chave_of(p) + ", CNES " + std::string(l.cnes);
    if (!l.ine.empty()) chave += ", INE " + std::string(l.ine);
    return chave + ", CBO " + std::string(l.cbo);
}

}  // namespace aroeira::estabelecimentos
