// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/testing/case_file.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "modules/fichas/domain/ledi/build.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "modules/fichas/domain/testing/case_paths.hpp"

namespace aroeira::fichas::testing {
namespace {

namespace fs = std::filesystem;
using ledi::FieldInfo;
using ledi::Kind;
using ledi::Record;

[[noreturn]] void stop(const std::string& where, int line, const std::string& why) {
    throw std::runtime_error(where + ":" + std::to_string(line) + ": " + why);
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

Line parse_line(std::string_view text, const std::string& file, int number) {
    const auto colon = text.find(": ");
    if (colon == text.npos) stop(file, number, "esperava «caminho: valor»");
    return {std::string(trim(text.substr(0, colon))), std::string(trim(text.substr(colon + 2))), number};
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> out;
    while (!(text = trim(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

// "aceita", "aceita com aviso RULE path", "RULE path RULE RULE".
void parse_answer(std::string_view answer, Case& out) {
    auto* list = &out.errors;
    for (const auto word : words(answer)) {
        if (word == "aceita" || word == "com" || word == "e") continue;
        if (word == "aviso") list = &out.warnings;
        else if (word[0] >= 'A' && word[0] <= 'Z') list->push_back({std::string(word), ""});
        else if (!list->empty()) list->back().path = word.starts_with("envelope.") ? word.substr(9) : word;
    }
}

const ledi::StructInfo& root_of(const std::string& base, const fs::path& directory) {
    return BuiltFicha(directory, base, {}).ficha().tipo->info();
}

// "todas" stands for every base, "todas-com-cabecalho" for those that have a headerTransport, and
// "todas-com exame ivcf" for those that have both fields.
std::vector<std::string> bases_of(const std::string& name, const fs::path& directory) {
    constexpr std::string_view kWith = "todas-com ";
    if (!name.starts_with("todas")) return {name};
    auto out = base_names(directory);
    const std::string_view fields = name == "todas-com-cabecalho" ? "headerTransport"
                                    : name.starts_with(kWith)     ? std::string_view(name).substr(kWith.size())
                                                                  : "";
    for (const auto field : words(fields))
        std::erase_if(out, [&](const std::string& base) { return !has_field(root_of(base, directory), field); });
    return out;
}

// The case as it reads for one base.
Case for_base(const Case& general, const std::string& base, const fs::path& directory) {
    Case one = general;
    one.base = base;
    for (auto* list : {&one.errors, &one.warnings})
        for (Expected& expected : *list)
            if (!expected.path.empty()) expected.path = real_path(expected.path, root_of(base, directory));
    return one;
}

void read_case_file(const fs::path& path, std::vector<Case>& out) {
    std::ifstream in(path);
    Case now;
    std::string text;
    now.file = path.filename().string();
    for (int number = 1; std::getline(in, text); ++number) {
        const auto line = trim(text);
        if (line.empty()) continue;
        if (line[0] == '#') {
            now.title = trim(line.substr(1));
        } else if (line.starts_with("base: ")) {
            now.base = trim(line.substr(6));
        } else if (line.starts_with("----")) {
            if (now.base.empty()) stop(now.file, number, "o caso não diz a base");
            now.line = number;
            parse_answer(line.substr(4), now);
            for (const std::string& base : bases_of(now.base, path.parent_path()))
                out.push_back(for_base(now, base, path.parent_path()));
            now.changes.clear(), now.errors.clear(), now.warnings.clear(), now.title.clear();
        } else {
            now.changes.push_back(parse_line(line, now.file, number));
        }
    }
    if (!now.changes.empty()) stop(now.file, now.changes.back().number, "o último caso não tem resposta (----)");
}

// "2026-03-10" or "2026-03-10 09:30", Brasília time, to epoch ms.
std::optional<std::int64_t> parse_date(std::string_view text) {
    int parts[5] = {};
    std::size_t at = 0;
    const std::string_view marks = "-- :";
    for (int i = 0; i < 5 && at < text.size(); ++i) {
        const auto end = std::min(text.find(i < 4 ? marks[static_cast<std::size_t>(i)] : '\0', at), text.size());
        const auto [stop_at, error] = std::from_chars(text.data() + at, text.data() + end, parts[i]);
        if (error != std::errc{} || stop_at != text.data() + end) return {};
        at = end + 1;
    }
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
    using namespace std::chrono;
    const year_month_day day{year(parts[0]), month(static_cast<unsigned>(parts[1])), std::chrono::day(static_cast<unsigned>(parts[2]))};
    const auto instant = sys_days(day) + hours(parts[3] + 3) + minutes(parts[4]);
    return duration_cast<milliseconds>(instant.time_since_epoch()).count();
}

// Sets one value; lists are written [1, 2], an empty group {}, nothing (ausente).
void set_value(ledi::Builder& builder, Record& record, const FieldInfo& field, std::string_view value, const Line& line) {
    const auto one = [&](std::string_view text) {
        const Kind kind = field.kind == Kind::list ? field.item : field.kind;
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
        if (kind == Kind::longint)
            if (const auto date = parse_date(text)) return builder.set_integer(record, field, *date);
        return builder.set(record, field, text);
    };
    builder.clear(record, field);
    if (value == "(ausente)") return;
    bool ok = true;
    if (value == "{}") {
        ok = builder.open(record, field) != nullptr;
    } else if (value.starts_with('[')) {
        ok = value.ends_with(']') && builder.open_list(record, field);
        for (auto rest = trim(value.substr(1, value.size() - 2)); ok && !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            ok = one(trim(rest.substr(0, comma)));
            rest = comma < rest.size() ? trim(rest.substr(comma + 1)) : std::string_view{};
        }
    } else {
        ok = one(value);
    }
    if (!ok) stop(line.path, line.number, "o valor «" + std::string(value) + "» não cabe no campo");
}

Record* item_at(ledi::Builder& builder, Record& record, const FieldInfo& field, std::size_t index) {
    const auto& list = ledi::value_of<ledi::AnyList>(record, field);
    if (index == list.count) return builder.open(record, field);
    return index < list.count ? const_cast<Record*>(&ledi::item_of(list, field, index)) : nullptr;
}

void set_path(Arena& arena, const ledi::StructInfo& root, Record& top, std::string_view path, const Line& line) {
    ledi::Builder builder(arena);
    const ledi::StructInfo* info = &root;
    Record* record = &top;
    for (;;) {
        const auto dot = path.find('.');
        std::string_view step = path.substr(0, dot), index;
        if (const auto bracket = step.find('['); bracket != step.npos) {
            index = step.substr(bracket + 1, step.size() - bracket - 2);
            step = step.substr(0, bracket);
        }
        const FieldInfo* field = info->find(step);
        if (!field) stop(line.path, line.number, "o grupo " + std::string(info->name) + " não tem o campo " + std::string(step));
        if (dot == path.npos && index.empty()) return set_value(builder, *record, *field, line.value, line);
        std::size_t at = 0;
        std::from_chars(index.data(), index.data() + index.size(), at);
        record = index.empty() ? builder.open(*record, *field) : item_at(builder, *record, *field, at);
        if (!record) stop(line.path, line.number, "não há como chegar a " + std::string(step));
        if (dot == path.npos) {
            if (line.value != "{}") stop(line.path, line.number, "um item de lista é {} ou um campo dele");
            return;
        }
        info = field->record;
        path.remove_prefix(dot + 1);
    }
}

/// The CNES of the cases: one município, its units, teams and professionals.
class CaseCatalogo final : public Catalogo {
public:
    bool has_municipio(std::string_view ibge) const override { return ibge == "2800308"; }
    bool has_unidade(std::string_view ibge, std::string_view cnes) const override {
        return has_municipio(ibge) && (cnes == "2269741" || cnes == "0019615");
    }
    bool has_equipe(std::string_view ibge, std::string_view ine) const override {
        return has_municipio(ibge) && (ine == "0000123456" || ine == "0000654321");
    }
    bool has_profissional(std::string_view ibge, std::string_view cns) const override {
        return has_municipio(ibge) && (cns == "700000000000005" || cns == "898001160660761");
    }
    bool has_profissional_cpf(std::string_view ibge, std::string_view cpf) const override {
        return has_municipio(ibge) && (cpf == "52998224725" || cpf == "11144477735");
    }
};

}  // namespace

std::vector<std::string> base_names(const fs::path& directory) {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(directory))
        if (entry.path().extension() == ".base" && entry.path().stem() != "envelope") out.push_back(entry.path().stem().string());
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Case> read_cases(const fs::path& directory) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(directory))
        if (entry.path().extension() == ".case") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Case> out;
    for (const auto& file : files) read_case_file(file, out);
    return out;
}

BuiltFicha::BuiltFicha(const fs::path& directory, const std::string& base, const std::vector<Line>& changes) {
    now_ = from_ms(*parse_date("2026-09-15 12:00"));
    envelope_ = arena_.make<ledi::DadoTransporte>(1);
    envelope_->dadoSerializado = ledi::Binary("", std::size_t{0});
    ficha_.envelope = envelope_;
    load(directory, base);
    for (const Line& line : changes) apply(line);
}

CheckOptions BuiltFicha::options() const {
    static const CaseCatalogo catalogo;
    return {now_, {}, with_catalogo_ ? &catalogo : nullptr};
}

void BuiltFicha::load(const fs::path& directory, const std::string& base) {
    const auto path = directory / (base + ".base");
    std::ifstream in(path);
    if (!in) stop(path.string(), 0, "não há esta base");
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        const auto line = trim(text);
        if (line.empty() || line[0] == '#') continue;
        if (line.starts_with("base: ")) load(directory, std::string(trim(line.substr(6))));
        else apply(parse_line(line, path.filename().string(), number));
    }
}

void BuiltFicha::apply(const Line& line) {
    if (line.path == "agora") {
        const auto at = parse_date(line.value);
        if (!at) stop(line.path, line.number, "a data é AAAA-MM-DD HH:MM");
        now_ = from_ms(*at);
    } else if (line.path == "catalogo") {
        with_catalogo_ = line.value != "nenhum";
    } else {
        apply_to_ficha(line);
    }
}

void BuiltFicha::apply_to_ficha(const Line& line) {
    const auto& info = ledi::describe<ledi::DadoTransporte>();
    std::string_view path = line.path;
    if (!path.starts_with("envelope.")) {
        if (!record_) stop(line.path, line.number, "a base ainda não disse envelope.tipoDadoSerializado");
        return set_path(arena_, ficha_.tipo->info(), *record_, real_path(line.path, ficha_.tipo->info()), line);
    }
    path.remove_prefix(9);
    if (path == "versao" && !line.value.starts_with('(') && line.value != "{}") {
        int parts[3] = {};
        std::sscanf(line.value.c_str(), "%d.%d.%d", &parts[0], &parts[1], &parts[2]);
        auto* version = arena_.make<ledi::Versao>(1);
        version->major = parts[0], version->minor = parts[1], version->revision = parts[2];
        envelope_->versao = ledi::Ref<ledi::Versao>(version);
        return;
    }
    set_path(arena_, info, *envelope_, path, line);
    if (path == "tipoDadoSerializado" && !record_) {
        ficha_.tipo = find_tipo(envelope_->tipoDadoSerializado.value_or(0));
        if (!ficha_.tipo) stop(line.path, line.number, "não há ficha deste tipo");
        ficha_.record = record_ = ficha_.tipo->make(arena_);
    }
}

}  // namespace aroeira::fichas::testing
