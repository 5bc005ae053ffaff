// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/testing/case_file.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "modules/fichas/domain/testing/case_paths.hpp"

namespace aroeira::fichas::testing {
namespace {

namespace fs = std::filesystem;

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

BuiltFicha::BuiltFicha(const fs::path& directory, const std::string& base, const std::vector<Line>& changes)
    : now_(*written_instant("2026-09-15 12:00")) {
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
        const auto at = written_instant(line.value);
        if (!at) stop(line.path, line.number, "a data é AAAA-MM-DD HH:MM");
        now_ = *at;
    } else if (line.path == "catalogo") {
        with_catalogo_ = line.value != "nenhum";
    } else {
        const auto path = ficha().tipo ? real_path(line.path, ficha().tipo->info()) : line.path;
        if (const auto done = written_.set(path, line.value); !done) stop(line.path, line.number, done.error().message);
    }
}

}  // namespace aroeira::fichas::testing
