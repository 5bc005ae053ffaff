// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/written_ficha.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/text.hpp"
#include "modules/fichas/domain/ledi/build.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {
namespace {

using ledi::FieldInfo;
using ledi::Kind;
using ledi::Record;

constexpr std::string_view kEnvelope = "envelope.";
constexpr std::chrono::hours kBrasilia{3};  // behind UTC

Error misfit(std::string why) { return {ErrorKind::invalid_input, "FICHA-0010", std::move(why)}; }

/// The numbers of `text` between the marks of its form, as many as there are.
template <std::size_t N>
bool parse_numbers(std::string_view text, std::string_view marks, int (&out)[N]) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < N && at < text.size(); ++i) {
        const auto end = i < marks.size() ? std::min(text.find(marks[i], at), text.size()) : text.size();
        const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, out[i]);
        if (error != std::errc{} || stop != text.data() + end) return false;
        at = end + 1;
    }
    return true;
}

bool set_one(ledi::Builder& builder, Record& record, const FieldInfo& field, std::string_view text) {
    const Kind kind = field.kind == Kind::list ? field.item : field.kind;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    if (kind == Kind::longint)
        if (const auto at = written_instant(text)) return builder.set_integer(record, field, to_ms(*at));
    return builder.set(record, field, text);
}

bool set_list(ledi::Builder& builder, Record& record, const FieldInfo& field, std::string_view items) {
    bool ok = builder.open_list(record, field);
    for (auto rest = text::trim(items); ok && !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        ok = set_one(builder, record, field, text::trim(rest.substr(0, comma)));
        rest = comma < rest.size() ? text::trim(rest.substr(comma + 1)) : std::string_view{};
    }
    return ok;
}

Result<void> set_value(ledi::Builder& builder, Record& record, const FieldInfo& field, std::string_view value) {
    builder.clear(record, field);
    if (value == "(ausente)") return {};
    bool ok = true;
    if (value == "{}") ok = builder.open(record, field) != nullptr;
    else if (value.starts_with('[')) ok = value.ends_with(']') && set_list(builder, record, field, value.substr(1, value.size() - 2));
    else ok = set_one(builder, record, field, value);
    if (ok) return {};
    return misfit("o valor «" + std::string(value) + "» não cabe no campo " + std::string(field.name));
}

Record* item_at(ledi::Builder& builder, Record& record, const FieldInfo& field, std::size_t index) {
    const auto& list = ledi::value_of<ledi::AnyList>(record, field);
    if (index == list.count) return builder.open(record, field);
    return index < list.count ? const_cast<Record*>(&ledi::item_of(list, field, index)) : nullptr;
}

/// One step of a path: `name` or `name[index]`.
struct Step {
    std::string_view name, index;
    [[nodiscard]] std::size_t position() const {
        std::size_t at = 0;
        std::from_chars(index.data(), index.data() + index.size(), at);
        return at;
    }
};

Step step_of(std::string_view text) {
    const auto bracket = text.find('[');
    if (bracket == text.npos || !text.ends_with(']')) return {text, {}};
    return {text.substr(0, bracket), text.substr(bracket + 1, text.size() - bracket - 2)};
}

Result<void> set_path(Arena& arena, const ledi::StructInfo& root, Record& top, std::string_view path, std::string_view value) {
    ledi::Builder builder(arena);
    const ledi::StructInfo* info = &root;
    Record* record = &top;
    for (;;) {
        const auto dot = path.find('.');
        const Step step = step_of(path.substr(0, dot));
        const FieldInfo* field = info->find(step.name);
        if (!field) return misfit("o grupo " + std::string(info->name) + " não tem o campo " + std::string(step.name));
        if (dot == path.npos && step.index.empty()) return set_value(builder, *record, *field, value);
        record = step.index.empty() ? builder.open(*record, *field) : item_at(builder, *record, *field, step.position());
        if (!record || !field->record) return misfit("não há como chegar a " + std::string(step.name));
        if (dot == path.npos) return value == "{}" ? Result<void>() : misfit("um item de lista é {} ou um campo dele");
        info = field->record;
        path.remove_prefix(dot + 1);
    }
}

}  // namespace

std::optional<Instant> written_instant(std::string_view text) {
    using namespace std::chrono;
    int parts[5] = {};
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || !parse_numbers(text, "-- :", parts)) return std::nullopt;
    const year_month_day day{year(parts[0]), month(static_cast<unsigned>(parts[1])), std::chrono::day(static_cast<unsigned>(parts[2]))};
    return sys_days(day) + hours(parts[3]) + kBrasilia + minutes(parts[4]);
}

WrittenFicha::WrittenFicha() {
    envelope_ = arena_.make<ledi::DadoTransporte>(1);
    envelope_->dadoSerializado = ledi::Binary("", std::size_t{0});
    ficha_.envelope = envelope_;
}

Result<void> WrittenFicha::set(std::string_view path, std::string_view value) {
    if (!path.starts_with(kEnvelope)) {
        if (!record_) return misfit("falta envelope.tipoDadoSerializado antes de " + std::string(path));
        return set_path(arena_, ficha_.tipo->info(), *record_, path, value);
    }
    path.remove_prefix(kEnvelope.size());
    if (path == "versao" && !value.starts_with('(') && value != "{}") return set_versao(value);
    AROEIRA_CHECK(set_path(arena_, ledi::describe<ledi::DadoTransporte>(), *envelope_, path, value));
    if (path != "tipoDadoSerializado" || record_) return {};
    ficha_.tipo = find_tipo(envelope_->tipoDadoSerializado.value_or(0));
    if (!ficha_.tipo) return misfit("não há ficha do tipo «" + std::string(value) + "»");
    ficha_.record = record_ = ficha_.tipo->make(arena_);
    return {};
}

Result<void> WrittenFicha::set_versao(std::string_view value) {
    int parts[3] = {};
    if (!parse_numbers(value, "..", parts)) return misfit("a versão «" + std::string(value) + "» não se lê");
    auto* version = arena_.make<ledi::Versao>(1);
    version->major = parts[0], version->minor = parts[1], version->revision = parts[2];
    envelope_->versao = ledi::Ref<ledi::Versao>(version);
    return {};
}

}  // namespace aroeira::fichas
