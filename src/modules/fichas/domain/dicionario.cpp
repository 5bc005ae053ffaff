// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/dicionario.hpp"

#include <algorithm>
#include <cmath>

#include "modules/fichas/domain/ledi/info.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {
namespace {

using ledi::Kind;

std::string text_of(const ledi::Version& v) {
    return std::to_string(v.major) + "." + std::to_string(v.minor) + "." + std::to_string(v.revision);
}
std::optional<std::string> since_of(const ledi::Version& v) {
    if (v <= ledi::kOldest) return std::nullopt;
    return text_of(v);
}
std::optional<std::string> until_of(const ledi::Version& v) {
    if (v == ledi::kNever) return std::nullopt;
    return text_of(v);
}

std::string word_of(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "logico";
        case Kind::integer:
        case Kind::longint: return "inteiro";
        case Kind::real: return "decimal";
        case Kind::text: return "texto";
        case Kind::binary: return "binario";
        case Kind::record: return "grupo";
        case Kind::list: break;
    }
    return "lista";
}

void add_codes(const ledi::FieldInfo& field, CampoDoDicionario& out) {
    if (field.table) {
        out.tabela = std::string(field.table->name);
        for (const auto& row : field.table->codes)
            if (field.allowed.empty() || field.allowed.has(row.code)) out.codigos.push_back({std::to_string(row.code), std::string(row.label)});
    } else if (field.texts) {
        out.tabela = std::string(field.texts->name);
        for (const auto& row : field.texts->codes) out.codigos.push_back({std::string(row.code), std::string(row.label)});
    }
}

CampoDoDicionario field_of(const ledi::FieldInfo& field) {
    CampoDoDicionario out{.nome = std::string(field.name), .id = field.id};
    out.lista = field.kind == Kind::list;
    out.tipo = word_of(out.lista ? field.item : field.kind);
    if (field.record) out.grupo = std::string(field.record->name);
    out.obrigatorio = field.is_required;
    if (field.min_length > 0) out.tamanho_minimo = field.min_length;
    if (field.max_length != ledi::Bounds::kUnbounded) out.tamanho_maximo = field.max_length;
    if (std::isfinite(field.min)) out.minimo = field.min;
    if (std::isfinite(field.max)) out.maximo = field.max;
    if (field.max_decimals >= 0) out.casas_decimais = field.max_decimals;
    add_codes(field, out);
    if (field.test) out.forma = std::string(field.test->fix);
    out.desde = since_of(field.since_version);
    out.ate = until_of(field.until_version);
    return out;
}

RegraDoDicionario rule_of(const ledi::RuleInfo& rule) {
    return {std::string(rule.id), std::string(rule.field), std::string(rule.message), std::string(rule.fix), std::string(rule.source),
            rule.needs == ledi::Needs::catalogo, rule.warns, since_of(rule.since), until_of(rule.until)};
}

void add_group(const ledi::StructInfo& info, Dicionario& out) {
    const auto known = std::any_of(out.grupos.begin(), out.grupos.end(), [&](const auto& one) { return one.nome == info.name; });
    if (known) return;
    GrupoDoDicionario group{.nome = std::string(info.name)};
    for (const auto& field : info.fields) group.campos.push_back(field_of(field));
    for (const auto& rule : info.rules) group.regras.push_back(rule_of(rule));
    out.grupos.push_back(std::move(group));
    for (const auto& field : info.fields)
        if (field.record) add_group(*field.record, out);
}

// ---- the page ----

std::string number(double value) {
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// A cell of a Markdown table holds no bar and no line break.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

void add_part(std::string& text, const std::string& part) {
    if (!text.empty()) text += "; ";
    text += part;
}

template <class T, class Show>
void add_limits(std::string& text, const std::optional<T>& least, const std::optional<T>& most, std::string_view unit, const Show& show) {
    if (least && most && *least == *most) add_part(text, show(*least) + std::string(unit));
    else if (least && most) add_part(text, "de " + show(*least) + " a " + show(*most) + std::string(unit));
    else if (most) add_part(text, "até " + show(*most) + std::string(unit));
    else if (least) add_part(text, "a partir de " + show(*least) + std::string(unit));
}

std::string limits_of(const CampoDoDicionario& field) {
    std::string text;
    add_limits(text, field.tamanho_minimo, field.tamanho_maximo, field.lista ? " itens" : " caracteres", [](std::int64_t n) { return std::to_string(n); });
    add_limits(text, field.minimo, field.maximo, "", number);
    if (field.casas_decimais) add_part(text, std::to_string(*field.casas_decimais) + (*field.casas_decimais == 1 ? " casa decimal" : " casas decimais"));
    if (field.tabela) add_part(text, "tabela " + *field.tabela);
    if (field.forma) add_part(text, *field.forma);
    return text;
}

std::string releases_of(const std::optional<std::string>& since, const std::optional<std::string>& until) {
    std::string text;
    if (since) text += "desde " + *since;
    if (until) text += (text.empty() ? "antes de " : ", antes de ") + *until;
    return text;
}

std::string kind_of(const CampoDoDicionario& field) {
    static constexpr std::pair<std::string_view, std::string_view> kWords[]{{"logico", "sim ou não"}, {"binario", "binário"}};
    std::string word = field.grupo ? "[" + *field.grupo + "](#" + *field.grupo + ")" : field.tipo;
    for (const auto& [key, shown] : kWords)
        if (word == key) word = shown;
    return field.lista ? "lista de " + word : word;
}

void add_fields(const GrupoDoDicionario& group, std::string& page) {
    page += "\n| campo | id | tipo | obrigatório | aceita | versões |\n| --- | ---: | --- | --- | --- | --- |\n";
    for (const auto& field : group.campos)
        page += "| `" + field.nome + "` | " + std::to_string(field.id) + " | " + kind_of(field) + " | " + (field.obrigatorio ? "sim" : "") + " | " +
                cell(limits_of(field)) + " | " + releases_of(field.desde, field.ate) + " |\n";
}

void add_rules(const GrupoDoDicionario& group, std::string& page) {
    if (group.regras.empty()) return;
    page += "\n| regra | campo | o que recusa | como corrigir | versões | fonte |\n| --- | --- | --- | --- | --- | --- |\n";
    for (const auto& rule : group.regras) {
        const std::string notes = std::string(rule.aviso ? " (aviso)" : "") + (rule.cnes ? " (consulta o CNES)" : "");
        page += "| " + rule.id + " | `" + rule.campo + "` | " + cell(rule.mensagem) + notes + " | " + cell(rule.correcao) + " | " +
                releases_of(rule.desde, rule.ate) + " | " + cell(rule.fonte) + " |\n";
    }
}

void add_tables(const GrupoDoDicionario& group, std::string& page) {
    for (const auto& field : group.campos) {
        if (field.codigos.empty()) continue;
        page += "\n<details><summary>Códigos de <code>" + field.nome + "</code></summary>\n\n";
        for (const auto& code : field.codigos) page += "- " + code.codigo + ": " + code.rotulo + "\n";
        page += "\n</details>\n";
    }
}

}  // namespace

Dicionario dicionario_of(const TipoDeFicha& tipo) {
    Dicionario out{tipo.codigo, std::string(tipo.sigla), std::string(tipo.nome), {}};
    add_group(tipo.info(), out);
    add_group(ledi::describe<ledi::DadoTransporte>(), out);
    return out;
}

std::string page_of(const Dicionario& dicionario) {
    std::string page = "# " + dicionario.nome + " (tipo " + std::to_string(dicionario.codigo) + ")\n\nLEDI " + text_of(ledi::kOldest) + " a " +
                       text_of(ledi::kNewest) + ". Esta página é gerada da mesma declaração que lê e valida a ficha.\n";
    for (const auto& group : dicionario.grupos) {
        page += "\n## " + group.nome + "\n";
        add_fields(group, page);
        add_rules(group, page);
        add_tables(group, page);
    }
    return page;
}

}  // namespace aroeira::fichas
