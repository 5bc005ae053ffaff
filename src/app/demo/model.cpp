// SPDX-License-Identifier: Apache-2.0
#include "app/demo/model.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.hpp"

namespace aroeira::app::demo {
namespace {

Error unreadable(std::string_view file, int line, std::string_view why) {
    return {ErrorKind::internal, "DEMO-0001", "A demonstração não pôde ser montada. Avise quem cuida do sistema.", {},
            std::string(file) + ":" + std::to_string(line) + ": " + std::string(why)};
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    while (!(text = text::trim(text)).empty()) {
        const auto end = std::min(text.find(' '), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// "45..90", "6..23 meses", "17..40 mulher".
std::optional<Attended> attended_of(std::string_view text) {
    const auto said = words(text);
    if (said.empty()) return std::nullopt;
    const auto dots = said.front().find("..");
    if (dots == std::string::npos) return std::nullopt;
    const auto from = number(std::string_view(said.front()).substr(0, dots)), to = number(std::string_view(said.front()).substr(dots + 2));
    if (!from || !to || *from > *to) return std::nullopt;
    Attended attended{.from = *from, .to = *to};
    for (const auto& word : said) {
        if (word == "meses") attended.months = true;
        if (word == "mulher" || word == "homem") attended.woman = word == "mulher";
    }
    return attended;
}

class Reader {
public:
    explicit Reader(std::vector<Model>& models) : models_(models) {}

    Result<void> read(const embedded::File& file) {
        int number_of_line = 0;
        for (auto rest = file.bytes; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const auto line = text::trim(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            ++number_of_line;
            if (line.empty() || line.front() == '#') continue;
            if (!(line.front() == '[' ? open(line) : take(line))) return unreadable(file.name, number_of_line, line);
        }
        return {};
    }

private:
    bool open(std::string_view line) {
        const auto end = line.find(']');
        if (end == line.npos) return false;
        models_.push_back({.name = std::string(line.substr(1, end - 1))});
        return true;
    }
    bool take(std::string_view line) {
        const auto colon = line.find(": ");
        if (colon == line.npos || models_.empty()) return false;
        const auto key = line.substr(0, colon);
        const auto value = text::trim(line.substr(colon + 2));
        Model& now = models_.back();
        if (key == "modelo") return begin_as(now, value);
        if (key == "profissional") return !(now.cbos = words(value)).empty();
        if (key == "outro") return !(now.other_cbos = words(value)).empty();
        if (key == "recusada por") return !(now.refused_by = words(value)).empty();
        if (key == "por mês") {
            const auto count = number(value);
            now.per_month = count.value_or(0);
            return count.has_value();
        }
        if (key == "pessoa") {
            now.attended = attended_of(value);
            return now.attended.has_value();
        }
        now.lines.push_back({std::string(key), std::string(value)});
        return true;
    }
    /// A model is only known from the ones above it: the files are read in the order of their use.
    bool begin_as(Model& now, std::string_view name) {
        const Model* base = find_model({models_.data(), models_.size() - 1}, name);
        if (!base) return false;
        if (now.base.empty()) now.base = name;
        if (now.cbos.empty()) now.cbos = base->cbos;
        if (now.other_cbos.empty()) now.other_cbos = base->other_cbos;
        if (!now.attended) now.attended = base->attended;
        now.lines.insert(now.lines.end(), base->lines.begin(), base->lines.end());
        return true;
    }

    std::vector<Model>& models_;
};

/// What the others begin with first, and the errors, which change any of them, last.
int order_of(std::string_view name) {
    if (name.ends_with("comum.modelos")) return 0;
    return name.ends_with("erros.modelos") ? 2 : 1;
}

}  // namespace

Result<std::vector<Model>> read_models(std::span<const embedded::File> files) {
    std::vector<Model> models;
    Reader reader(models);
    for (int order = 0; order < 3; ++order)
        for (const auto& file : files)
            if (file.name.ends_with(".modelos") && order_of(file.name) == order) AROEIRA_CHECK(reader.read(file));
    return models;
}

const Model* find_model(std::span<const Model> models, std::string_view name) {
    const auto found = std::find_if(models.begin(), models.end(), [&](const Model& one) { return one.name == name; });
    return found == models.end() ? nullptr : &*found;
}

}  // namespace aroeira::app::demo
