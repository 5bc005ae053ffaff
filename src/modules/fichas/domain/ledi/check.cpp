// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/check.hpp"

#include <charconv>
#include <cmath>

namespace aroeira::fichas::ledi {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

template <class Word>
Word load(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Its high bits are all zero when every byte is printable ASCII.
constexpr std::uint64_t oddity(std::uint64_t w) { return w | (w - 0x2020202020202020); }

// True when all bytes are printable ASCII; tells nothing more. The last word of a text overlaps
// the one before, so that no length is special; a short one is filled with blanks.
bool is_plain(std::string_view s) {
    const char* const at = s.data();
    const std::size_t size = s.size();
    std::uint64_t odd = 0;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) odd |= oddity(load<std::uint64_t>(at + i));
        odd |= oddity(load<std::uint64_t>(at + size - 8));
    } else if (size >= 4) {
        odd = oddity(std::uint64_t{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(at + size - 4));
    } else {
        for (const char c : s) odd |= oddity(0x2020202020202000 | static_cast<Byte>(c));
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
    constexpr double kScales[] = {1, 10, 100, 1000, 10'000};
    const double scale = most < 5 ? kScales[most] : std::pow(10.0, most);
    if (!(std::abs(v) < 9e12)) return false;
    const double scaled = v * scale;
    const auto whole = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    return static_cast<double>(whole) / scale != v;
}

}  // namespace

std::uint32_t characters(std::string_view s) {
    if (is_plain(s)) [[likely]] return static_cast<std::uint32_t>(s.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        while (i + 8 <= s.size() && (oddity(load<std::uint64_t>(s.data() + i)) & kHighBits) == 0) {
            i += 8;
            count += 8;
        }
        if (i == s.size()) break;
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

namespace {

bool accepts_code(const FieldInfo& f, std::int64_t v) {
    return !f.allowed.empty() ? f.allowed.has(v) : !f.table || f.table->has(v);
}
// The commonest field of all: a code of a short table.
bool is_one_of(const Step& step, const Record& record) {
    if (!step.codes) return false;
    std::uint64_t code;
    std::memcpy(&code, reinterpret_cast<const std::byte*>(&record) + step.offset, sizeof code);
    return code < 64 && (step.codes >> code & 1);
}
bool in_range(const FieldInfo& f, double v) { return v >= f.min && v <= f.max; }
bool fits(const FieldInfo& f, std::uint32_t length) { return length >= f.min_length && length <= f.max_length; }

}  // namespace

// What is right is told from what is wrong here, and said elsewhere: the common way stays short.
inline void Checker::check_number(const FieldInfo& f, std::int64_t v, const Path& at, std::int64_t index) {
    if (!accepts_code(f, v) || !in_range(f, static_cast<double>(v))) [[unlikely]] bad_number(f, v, Path{&at, f.name, index});
}

inline void Checker::check_real(const FieldInfo& f, double v, const Path& at) {
    if (!std::isfinite(v) || !in_range(f, v) || (f.max_decimals >= 0 && has_more_decimals(v, f.max_decimals))) [[unlikely]]
        bad_real(f, v, Path{&at, f.name});
}

inline void Checker::check_text(const FieldInfo& f, Text v, const Path& at, std::int64_t index) {
    const bool is_tested = !f.test || f.test->holds(v);
    // A test that only ASCII passes has counted the characters.
    const bool is_counted = is_tested && f.test && f.test->is_ascii;
    const std::uint32_t length = is_counted ? static_cast<std::uint32_t>(v.size()) : characters(v);
    const bool sized = f.kind != Kind::text || fits(f, length);
    if (!is_tested || length == kNotText || !sized || (f.texts && !f.texts->has(v))) [[unlikely]]
        bad_text(f, v, length, Path{&at, f.name, index});
}

inline void Checker::check_value(Kind kind, const FieldInfo& f, const Record& record, const Path& at) {
    switch (kind) {
        case Kind::integer: return check_number(f, *value_of<Integer>(record, f), at, -1);
        case Kind::longint: return check_number(f, *value_of<Long>(record, f), at, -1);
        case Kind::real: return check_real(f, *value_of<Double>(record, f), at);
        case Kind::text: return check_text(f, value_of<Text>(record, f), at, -1);
        case Kind::record: return check(*f.record, group_of(record, f), Path{&at, f.name});
        case Kind::list: return check_list(f, value_of<AnyList>(record, f), at);
        case Kind::boolean:
        case Kind::binary: return;
    }
}

void Checker::check(const StructInfo& info, const Record& record, const Path& at) {
    for (const Step& step : info.steps) {
        if (!is_present(record, step)) {
            if (step.is_required) absent(*step.field, at);
            continue;
        }
        if (step.is_settled || is_one_of(step, record)) continue;
        const FieldInfo& f = *step.field;
        if (f.is_versioned && !f.lives_in(context_.version)) [[unlikely]] ignored(f, at);
        else check_value(step.kind, f, record, at);
    }
    if (info.run_rules) info.run_rules(record, *this, at);
}

void Checker::check_list(const FieldInfo& f, const AnyList& list, const Path& at) {
    if (!fits(f, list.count)) [[unlikely]] check_length(f, list.count, "itens", Path{&at, f.name});
    const auto each = [&](auto check_one) {
        for (std::uint32_t i = 0; i < list.count; ++i) check_one(i);
    };
    switch (f.item) {
        case Kind::record: each([&](std::uint32_t i) { check(*f.record, item_of(list, f, i), Path{&at, f.name, i}); }); break;
        case Kind::text: each([&](std::uint32_t i) { check_text(f, static_cast<const Text*>(list.first)[i], at, i); }); break;
        case Kind::longint: each([&](std::uint32_t i) { check_number(f, static_cast<const std::int64_t*>(list.first)[i], at, i); }); break;
        case Kind::integer: each([&](std::uint32_t i) { check_number(f, static_cast<const std::int32_t*>(list.first)[i], at, i); }); break;
        default: break;
    }
    if (f.is_distinct && list.count > 1) check_distinct(f, list, Path{&at, f.name});
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
