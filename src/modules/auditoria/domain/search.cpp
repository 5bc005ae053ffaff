// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/domain/search.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace aroeira::auditoria {
namespace {

constexpr std::size_t kTextMax = 200;

std::optional<std::chrono::sys_days> day_of(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const auto number = [&](std::size_t from, std::size_t size, auto& out) {
        const auto done = std::from_chars(text.data() + from, text.data() + from + size, out);
        return done.ec == std::errc() && done.ptr == text.data() + from + size;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
    const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

std::int64_t ms_of(std::chrono::sys_days day, int utc_offset_minutes) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count() - std::int64_t{utc_offset_minutes} * 60'000;
}

std::optional<std::vector<audit::EventType>> types_of(std::string_view code) {
    std::vector<audit::EventType> types;
    for (const auto type : audit::kEventTypes)
        if (code == audit::code_of(type) || (code == audit::kAnyBackup && audit::is_backup(type))) types.push_back(type);
    if (types.empty() && !code.empty()) return std::nullopt;
    return types;
}

std::string title_in(const std::vector<Opcao>& options, std::string_view code) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Opcao& one) { return one.codigo == code; });
    return found == options.end() ? std::string(code) : found->titulo;
}

/// Ids, addresses and short codes may be kept; what may be a CPF, a CNS or a name may not.
bool is_opaque(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool plain = text.find_first_not_of("0123456789abcdefABCDEF-.:") == text.npos;
    return plain && (text.size() == 36 || digits <= 10 || text.find_first_of(".:") != text.npos);
}

struct Parts {
    int year;
    unsigned month, day;
    int hour, minute, second, ms;
};
Parts parts_of(std::int64_t instant_ms, int utc_offset_minutes) {
    const std::chrono::sys_time<std::chrono::milliseconds> local{std::chrono::milliseconds(instant_ms) + std::chrono::minutes(utc_offset_minutes)};
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{local - day};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
            static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count())};
}

}  // namespace

std::vector<Opcao> event_options() {
    std::vector<Opcao> options;
    bool backup = false;
    for (const auto type : audit::kEventTypes) {
        if (audit::is_backup(type) && !std::exchange(backup, true)) options.push_back({std::string(audit::kAnyBackup), std::string(audit::kAnyBackupTitle)});
        options.push_back({std::string(audit::code_of(type)), std::string(audit::title_of(type))});
    }
    return options;
}

std::vector<Opcao> record_options() {
    std::vector<Opcao> options;
    for (const auto& type : audit::record_types()) options.push_back({std::string(type.code), std::string(type.title)});
    return options;
}

Result<audit::EventFilter> filter_of(const Filtros& chosen, std::string_view municipio, int utc_offset_minutes) {
    std::vector<FieldError> wrong;
    const auto refuse = [&](std::string field, std::string message, std::string fix) {
        wrong.push_back({"AUDITORIA-0001", std::move(field), std::move(message), std::move(fix)});
    };
    const auto first = day_of(chosen.inicio);
    const auto last = day_of(chosen.fim);
    if (!first) refuse("inicio", "Informe o primeiro dia do período.", "Uma data que existe, como 01/10/2026.");
    if (!last) refuse("fim", "Informe o último dia do período.", "Uma data que existe, como 31/10/2026.");
    if (first && last && *last < *first) refuse("fim", "O último dia vem antes do primeiro.", "Troque as datas.");
    auto types = types_of(chosen.tipo);
    if (!types) refuse("tipo", "Tipo de evento que não existe.", "Escolha um da lista.");
    auto entities = audit::entities_of(chosen.registro);
    if (entities.empty() && !chosen.registro.empty()) refuse("registro", "Tipo de registro que não existe.", "Escolha um da lista.");
    const std::pair<const char*, const std::string*> texts[] = {{"usuario", &chosen.usuario}, {"detalhes", &chosen.detalhes},
                                                                {"identificador", &chosen.identificador}, {"componente", &chosen.componente}};
    for (const auto& [name, text] : texts)
        if (text->size() > kTextMax) refuse(name, "Texto longo demais.", "Use até 200 caracteres.");
    if (!wrong.empty()) return Error{ErrorKind::invalid_input, "AUDITORIA-0001", "Corrija os filtros da trilha de auditoria.", std::move(wrong)};
    return audit::EventFilter{.municipio = std::string(municipio), .from_ms = ms_of(*first, utc_offset_minutes),
                              .until_ms = ms_of(*last + std::chrono::days(1), utc_offset_minutes), .types = std::move(*types), .entities = std::move(entities),
                              .actor = chosen.usuario, .address = chosen.componente, .entity_id = chosen.identificador, .details = chosen.detalhes};
}

std::vector<std::string> sentences_of(const Filtros& chosen, std::string_view usuario) {
    std::vector<std::string> all;
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) all.push_back(std::string(label) + ": " + text);
    };
    add("Tipo de evento", chosen.tipo.empty() ? "" : title_in(event_options(), chosen.tipo));
    add("Tipo de registro afetado", chosen.registro.empty() ? "" : title_in(record_options(), chosen.registro));
    add("Usuário gerador do evento", chosen.usuario.empty() ? "" : std::string(usuario));
    add("Detalhes do evento", chosen.detalhes);
    add("Identificador do registro afetado", chosen.identificador);
    add("Componente gerador", chosen.componente);
    return all;
}

std::string trail_details(std::string_view act, const Filtros& chosen) {
    std::string out = "{\"acao\":";
    json::write(out, act);
    const auto add = [&](const char* name, const std::string& text) {
        if (text.empty()) return;
        out += std::string(",\"") + name + "\":";
        json::write(out, is_opaque(text) ? text : std::string("(texto digitado)"));
    };
    add("inicio", chosen.inicio);
    add("fim", chosen.fim);
    if (!chosen.tipo.empty()) out += ",\"tipo\":\"" + title_in(event_options(), chosen.tipo) + "\"";
    if (!chosen.registro.empty()) out += ",\"registro\":\"" + title_in(record_options(), chosen.registro) + "\"";
    add("usuario", chosen.usuario);
    add("detalhes", chosen.detalhes.empty() ? "" : "(texto digitado)");
    add("identificador", chosen.identificador);
    add("componente", chosen.componente);
    return out + "}";
}

std::string rfc3339(std::int64_t instant_ms, int utc_offset_minutes) {
    const auto p = parts_of(instant_ms, utc_offset_minutes);
    const int offset = std::abs(utc_offset_minutes);
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03d%c%02d:%02d", p.year, p.month, p.day, p.hour, p.minute, p.second, p.ms,
                  utc_offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
    return text;
}

std::string local_text(std::int64_t instant_ms, int utc_offset_minutes) {
    const auto p = parts_of(instant_ms, utc_offset_minutes);
    char text[64];
    std::snprintf(text, sizeof text, "%02u/%02u/%04d %02d:%02d:%02d", p.day, p.month, p.year, p.hour, p.minute, p.second);
    return text;
}

}  // namespace aroeira::auditoria
