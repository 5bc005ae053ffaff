// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/check.hpp"

#include <charconv>
#include <cmath>

namespace aroeira::fichas::ledi {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

// True when all bytes are printable ASCII; tells nothing more.
bool is_plain(std::string_view s) {
    std::uint64_t word, odd = 0;
    std::size_t i = 0;
    const auto look = [&](std::uint64_t w) { odd |= w | (w - 0x2020202020202020); };
    for (; i + sizeof word <= s.size(); i += sizeof word) {
        std::memcpy(&word, s.data() + i, sizeof word);
        look(word);
    }
    if (i < s.size()) {
        word = 0x2020202020202020;
        std::memcpy(&word, s.data() + i, s.size() - i);
        look(word);
    }
    return (odd & kHighBits) == 0;
}

std::size_t length_of_sequence(Byte lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool is_allowed(char32_t point, std::size_t length) {
    if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
    if (length == 3) return point >= 0x800 && !(point >= 0xD800 && point < 0xE000);
    return length != 4 || (point >= 0x10000 && point <= 0x10FFFF);
}

std::string number(double v) {
    char buffer[32];
    std::string text(buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

bool has_more_decimals(double v, int most) {
    const double scale = std::pow(10.0, most);
    return std::abs(v) < 9e12 && std::nearbyint(v * scale) / scale != v;
}

}  // namespace

std::uint32_t characters(std::string_view s) {
    if (is_plain(s)) [[likely]] return static_cast<std::uint32_t>(s.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        const std::size_t length = length_of_sequence(static_cast<Byte>(s[i]));
        if (length == 0 || length > s.size() - i) return kNotText;
        char32_t point = length == 1 ? static_cast<Byte>(s[i]) : static_cast<Byte>(s[i]) & (0x7F >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<Byte>(s[i + k]);
            if ((next & 0xC0) != 0x80) return kNotText;
            point = point << 6 | (next & 0x3F);
        }
        if (!is_allowed(point, length)) return kNotText;
        i += length;
    }
    return count;
}

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

void Checker::check(const StructInfo& info, const Record& record, const Path& at) {
    for (const FieldInfo& f : info.fields) {
        const bool present = is_present(record, f);
        if (!present && !f.is_required) continue;
        if (f.is_versioned && !f.lives_in(context_.version)) [[unlikely]] {
            if (present) ignored(f, at);
            continue;
        }
        if (!present) [[unlikely]] absent(f, at);
        else if (!f.is_free) check_value(f, record, at);
    }
    if (info.run_rules) info.run_rules(record, *this, at);
}

void Checker::check_value(const FieldInfo& f, const Record& record, const Path& at) {
    const Path here{&at, f.name};
    switch (f.kind) {
        case Kind::integer: return check_number(f, *value_of<Integer>(record, f), here);
        case Kind::longint: return check_number(f, *value_of<Long>(record, f), here);
        case Kind::real: return check_real(f, *value_of<Double>(record, f), here);
        case Kind::text: return check_text(f, value_of<Text>(record, f), here);
        case Kind::record: return check(*f.record, group_of(record, f), here);
        case Kind::list: return check_list(f, value_of<AnyList>(record, f), here);
        case Kind::boolean:
        case Kind::binary: return;
    }
}

void Checker::check_list(const FieldInfo& f, const AnyList& list, const Path& at) {
    if (list.count < f.min_length || list.count > f.max_length) [[unlikely]]
        check_length(f, list.count, "itens", at);
    Path here{at.parent, at.name, 0};
    for (std::uint32_t i = 0; i < list.count; ++i, ++here.index) {
        switch (f.item) {
            case Kind::record: check(*f.record, item_of(list, f, i), here); break;
            case Kind::text: check_text(f, static_cast<const Text*>(list.first)[i], here); break;
            case Kind::longint: check_number(f, static_cast<const std::int64_t*>(list.first)[i], here); break;
            case Kind::integer: check_number(f, static_cast<const std::int32_t*>(list.first)[i], here); break;
            default: break;
        }
    }
    if (f.is_distinct && list.count > 1) check_distinct(f, list, at);
}

// Quadratic on purpose: the lists are short, and a longer one than allowed was refused already.
void Checker::check_distinct(const FieldInfo& f, const AnyList& list, const Path& at) {
    if (list.count > std::min(f.max_length, 1000U)) return;
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

void Checker::check_number(const FieldInfo& f, std::int64_t v, const Path& at) {
    const bool known = !f.allowed.empty() ? f.allowed.has(v) : !f.table || f.table->has(v);
    if (!known) [[unlikely]] {
        const std::string values = accepted_values(f);
        refuse("CAMPO-CODIGO", at, "O código " + std::to_string(v) + " não é aceito neste campo.",
               values.size() <= 400 ? "Use um destes: " + values + "."
                                    : "Use um código da tabela " + std::string(f.table->name) + " do LEDI.");
    }
    const auto real = static_cast<double>(v);
    if (!(real >= f.min && real <= f.max)) [[unlikely]]
        refuse("CAMPO-FAIXA", at, "O valor " + std::to_string(v) + " está fora da faixa aceita.",
               "Informe um número de " + number(f.min) + " a " + number(f.max) + ".");
}

void Checker::check_real(const FieldInfo& f, double v, const Path& at) {
    if (!std::isfinite(v)) [[unlikely]]
        return refuse("CAMPO-FAIXA", at, "O valor não é um número.", "Informe um número, ou retire o campo.");
    if (!(v >= f.min && v <= f.max)) [[unlikely]]
        refuse("CAMPO-FAIXA", at, "O valor " + number(v) + " está fora da faixa aceita.",
               "Informe um número de " + number(f.min) + " a " + number(f.max) + ".");
    if (f.max_decimals >= 0 && has_more_decimals(v, f.max_decimals)) [[unlikely]]
        refuse("CAMPO-CASAS", at, "O valor " + number(v) + " tem casas decimais demais.",
               "Arredonde para no máximo " + std::to_string(f.max_decimals) + " casa(s) depois da vírgula.");
}

void Checker::check_text(const FieldInfo& f, Text v, const Path& at) {
    const std::uint32_t length = characters(v);
    if (length == kNotText) [[unlikely]]
        return refuse("CAMPO-TEXTO", at, "O texto tem caracteres inválidos.",
                      "Envie o texto em UTF-8, sem caracteres de controle.");
    const bool sized = f.kind == Kind::text && (length < f.min_length || length > f.max_length);
    if (sized) [[unlikely]] return check_length(f, length, "caracteres", at);
    if (f.texts && !f.texts->has(v)) [[unlikely]] {
        const std::string values = accepted_values(f);
        refuse("CAMPO-CODIGO", at, "O código não é aceito neste campo.",
               !values.empty() && values.size() <= 400
                   ? "Use um destes: " + values + "."
                   : "Use um código da tabela " + std::string(f.texts->name) + ".");
    }
    if (f.test && !f.test->holds(v)) [[unlikely]]
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
