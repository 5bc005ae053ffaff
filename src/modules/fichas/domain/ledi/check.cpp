// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/check.hpp"

#include <charconv>
#include <cmath>

#include "modules/fichas/domain/ledi/plain.hpp"

namespace aroeira::fichas::ledi {
namespace {

std::string number(double v) {
    char buffer[32];
    std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace

std::string accepted_values(const FieldInfo& f) {
    std::string out;
    const auto add = [&](const std::string& code, std::string_view label) {
        if (!out.empty()) out += ", ";
        out += code;
        if (!label.empty()) (out += ' ') += label;
    };
    if (f.texts) {
        for (const TextCode& row : f.texts->codes) add(std::string(row.code), row.label);
    } else if (f.table) {
        for (const Code& row : f.table->codes)
            if (f.allowed.empty() || f.allowed.has(row.code)) add(std::to_string(row.code), row.label);
    } else if (!f.allowed.empty()) {
        for (int code = 0; code < 128; ++code)
            if (f.allowed.has(code)) add(std::to_string(code), {});
    }
    return out;
}

namespace {

bool accepts_code(const FieldInfo& f, std::int64_t v) {
    return !f.allowed.empty() ? f.allowed.has(v) : !f.table || f.table->has(v);
}
bool in_range(const FieldInfo& f, double v) { return v >= f.min && v <= f.max; }
bool fits(const FieldInfo& f, std::uint32_t length) { return length >= f.min_length && length <= f.max_length; }

}  // namespace

// What is right is told from what is wrong here, and said elsewhere: the common way stays short.
[[gnu::always_inline]] inline void Checker::check_number(const FieldInfo& f, std::int64_t v, const Path& at, std::int64_t index) {
    if (!accepts_code(f, v) || !in_range(f, static_cast<double>(v))) [[unlikely]] bad_number(f, v, Path{&at, f.name, index});
}

[[gnu::always_inline]] inline void Checker::check_real(const FieldInfo& f, double v, const Path& at) {
    if (!std::isfinite(v) || !in_range(f, v) || (f.max_decimals >= 0 && has_more_decimals(v, f.max_decimals))) [[unlikely]]
        bad_real(f, v, Path{&at, f.name});
}

// Of a field or of an item of its list, whose bounds are not those of an item.
[[gnu::always_inline]] inline void Checker::check_text(const FieldInfo& f, Text v, const Path& at, std::int64_t index) {
    const std::uint32_t length = characters(v);
    const bool is_sized = length != kNotText && (f.kind != Kind::text || fits(f, length));
    if (!is_sized || (f.test && !f.test->holds(v)) || (f.texts && !f.texts->has(v))) [[unlikely]]
        bad_text(f, v, length, Path{&at, f.name, index});
}

[[gnu::always_inline]] inline void Checker::check_group(const StructInfo& info, const Record& record, const Path& at) {
    if (!info.is_plain || !info.are_plain_right(record)) check(info, record, at);
}

[[gnu::always_inline]] inline void Checker::check_value(const Step& step, const Record& record, const Path& at) {
    const FieldInfo& f = *step.field;
    switch (step.kind) {
        case Kind::integer: return check_number(f, *value_of<Integer>(record, step), at, -1);
        case Kind::longint: return check_number(f, *value_of<Long>(record, step), at, -1);
        case Kind::real: return check_real(f, *value_of<Double>(record, step), at);
        case Kind::text: return check_text(f, value_of<Text>(record, step), at, -1);
        case Kind::record: return check_group(*f.record, group_of(record, step), Path{&at, f.name});
        case Kind::list: return check_list(step, value_of<AnyList>(record, step), at);
        case Kind::boolean:
        case Kind::binary: return;
    }
}

void Checker::check(const StructInfo& info, const Record& record, const Path& at) {
    // Where the plain fields are right, which is nearly everywhere, only the others are left to see.
    for (const Step& step : info.are_plain_right(record) ? info.rest : info.steps) {
        if (!is_present(record, step)) {
            if (step.is_required) absent(*step.field, at);
            continue;
        }
        if (step.is_versioned && !step.field->lives_in(context_.version)) [[unlikely]] ignored(*step.field, at);
        else check_value(step, record, at);
    }
    if (info.run_rules) info.run_rules(record, *this, at);
}

void Checker::check_list(const Step& step, const AnyList& list, const Path& at) {
    const FieldInfo& f = *step.field;
    if (!fits(f, list.count)) [[unlikely]] check_length(f, list.count, "itens", Path{&at, f.name});
    const auto each = [&](auto check_one) {
        for (std::uint32_t i = 0; i < list.count; ++i) check_one(i);
    };
    switch (f.item) {
        case Kind::record: each([&](std::uint32_t i) { check_group(*f.record, item_of(list, f, i), Path{&at, f.name, i}); }); break;
        case Kind::text: each([&](std::uint32_t i) { check_text(f, static_cast<const Text*>(list.first)[i], at, i); }); break;
        case Kind::longint: each([&](std::uint32_t i) { check_number(f, static_cast<const std::int64_t*>(list.first)[i], at, i); }); break;
        case Kind::integer: each([&](std::uint32_t i) { check_number(f, static_cast<const std::int32_t*>(list.first)[i], at, i); }); break;
        default: break;
    }
    if (f.is_distinct && list.count > 1) check_distinct(f, list, Path{&at, f.name});
}

// Quadratic on purpose: the lists are short, and a longer one than allowed was refused already.
void Checker::check_distinct(const FieldInfo& f, const AnyList& list, const Path& at) {
    if (list.count > std::min(f.max_length, kMostCompared)) return;
    const auto same = [&](std::uint32_t a, std::uint32_t b) {
        if (f.item == Kind::text) return static_cast<const Text*>(list.first)[a] == static_cast<const Text*>(list.first)[b];
        if (f.item == Kind::integer)
            return static_cast<const std::int32_t*>(list.first)[a] == static_cast<const std::int32_t*>(list.first)[b];
        return static_cast<const std::int64_t*>(list.first)[a] == static_cast<const std::int64_t*>(list.first)[b];
    };
    for (std::uint32_t i = 1; i < list.count; ++i)
        for (std::uint32_t k = 0; k < i; ++k)
            if (same(i, k)) [[unlikely]] {
                refuse("CAMPO-REPETIDO", Path{at.parent, at.name, i}, "O item está repetido na lista.",
                       "Envie cada item uma vez só.");
                break;
            }
}

void Checker::bad_number(const FieldInfo& f, std::int64_t v, const Path& at) {
    if (!accepts_code(f, v)) {
        const std::string values = accepted_values(f);
        refuse("CAMPO-CODIGO", at, "O código " + std::to_string(v) + " não é aceito neste campo.",
               values.size() <= 400 ? "Use um destes: " + values + "."
                                    : "Use um código da tabela " + std::string(f.table->name) + " do LEDI.");
    }
    if (!in_range(f, static_cast<double>(v)))
        refuse("CAMPO-FAIXA", at, "O valor " + std::to_string(v) + " está fora da faixa aceita.",
               "Informe um número de " + number(f.min) + " a " + number(f.max) + ".");
}

void Checker::bad_real(const FieldInfo& f, double v, const Path& at) {
    if (!std::isfinite(v))
        return refuse("CAMPO-FAIXA", at, "O valor não é um número.", "Informe um número, ou retire o campo.");
    if (!in_range(f, v))
        refuse("CAMPO-FAIXA", at, "O valor " + number(v) + " está fora da faixa aceita.",
               "Informe um número de " + number(f.min) + " a " + number(f.max) + ".");
    if (f.max_decimals >= 0 && has_more_decimals(v, f.max_decimals))
        refuse("CAMPO-CASAS", at, "O valor " + number(v) + " tem casas decimais demais.",
               "Arredonde para no máximo " + std::to_string(f.max_decimals) + " casa(s) depois da vírgula.");
}

void Checker::bad_text(const FieldInfo& f, Text v, std::uint32_t length, const Path& at) {
    if (length == kNotText)
        return refuse("CAMPO-TEXTO", at, "O texto tem caracteres inválidos.",
                      "Envie o texto em UTF-8, sem caracteres de controle.");
    if (f.kind == Kind::text && !fits(f, length)) return check_length(f, length, "caracteres", at);
    if (f.texts && !f.texts->has(v)) {
        const std::string values = accepted_values(f);
        refuse("CAMPO-CODIGO", at, "O código não é aceito neste campo.",
               !values.empty() && values.size() <= 400
                   ? "Use um destes: " + values + "."
                   : "Use um código da tabela " + std::string(f.texts->name) + ".");
    }
    if (f.test && !f.test->holds(v))
        refuse("CAMPO-FORMATO", at, std::string(f.test->message), std::string(f.test->fix));
}

void Checker::check_length(const FieldInfo& f, std::uint32_t length, std::string_view unit, const Path& at) {
    const std::string lo = std::to_string(f.min_length), hi = std::to_string(f.max_length);
    const std::string fix = f.max_length == Bounds::kUnbounded ? "Informe pelo menos " + lo
                            : f.min_length == f.max_length     ? "Informe exatamente " + hi
                            : f.min_length == 0                ? "Informe no máximo " + hi
                                                               : "Informe de " + lo + " a " + hi;
    refuse("CAMPO-TAMANHO", at, "O campo tem " + std::to_string(length) + " " + std::string(unit) + ".",
           fix + " " + std::string(unit) + ".");
}

void Checker::absent(const FieldInfo& f, const Path& at) {
    if (f.is_versioned && !f.lives_in(context_.version)) return;
    refuse("CAMPO-OBRIGATORIO", Path{&at, f.name}, "O campo é obrigatório e não foi informado.", "Informe o campo.");
}

void Checker::ignored(const FieldInfo& f, const Path& at) {
    if (verdict_.warnings.size() >= Verdict::kMostFindings) return;
    const auto text = [](const Version& v) {
        return std::to_string(v.major) + "." + std::to_string(v.minor) + "." + std::to_string(v.revision);
    };
    const bool newer = context_.version < f.since_version;
    verdict_.warnings.push_back(
        {"CAMPO-VERSAO", Path{&at, f.name}.text(), "Campo ignorado pela versão declarada.",
         newer ? "Declare a versão " + text(f.since_version) + " ou mais nova do LEDI para que o campo seja lido."
               : "O campo deixou de existir na versão " + text(f.until_version) + " do LEDI; não o envie."});
}

void Checker::refuse(std::string_view rule, const Path& at, std::string message, std::string fix) {
    auto& errors = verdict_.errors;
    if (errors.size() > Verdict::kMostFindings) return;
    if (errors.size() == Verdict::kMostFindings)
        errors.push_back({"FICHA-MUITOS-ERROS", "", "A ficha tem mais erros do que cabe mostrar.",
                          "Corrija os erros acima e envie de novo."});
    else
        errors.push_back({std::string(rule), at.text(), std::move(message), std::move(fix)});
}

void Checker::broken(const RuleInfo& rule, const Path& at) {
    const Path here{&at, rule.field};
    if (!rule.warns) return refuse(rule.id, here, std::string(rule.message), std::string(rule.fix));
    if (verdict_.warnings.size() < Verdict::kMostFindings)
        verdict_.warnings.push_back({std::string(rule.id), here.text(), std::string(rule.message), std::string(rule.fix)});
}

void Checker::broken(const RuleInfo& rule, const Path& at, const Breaches& breaches) {
    for (const Breaches::Row& row : breaches.rows()) {
        std::string field;
        if (row.index != Breaches::kNone) field = std::string(rule.field) + "[" + std::to_string(row.index) + "]";
        if (!field.empty() && !row.name.empty()) field += '.';
        field += row.name;
        if (row.inner != Breaches::kNone) field += "[" + std::to_string(row.inner) + "]";
        if (!row.inside.empty()) (field += '.') += row.inside;
        RuleInfo exact = rule;
        exact.field = field;
        broken(exact, at);
    }
}

}  // namespace aroeira::fichas::ledi
