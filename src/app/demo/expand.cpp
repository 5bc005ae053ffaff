// SPDX-License-Identifier: Apache-2.0
#include "app/demo/expand.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "app/demo/town.hpp"

namespace aroeira::app::demo {
namespace {

constexpr std::string_view kDay = "dia";

Error unknown(std::string_view what) {
    return {ErrorKind::internal, "DEMO-0002", "A demonstração não pôde ser montada. Avise quem cuida do sistema.", {},
            "modelo: " + std::string(what)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '.'; }

/// Takes from the front of `rest` as long as it holds.
template <class Holds>
std::string_view take_while(std::string_view& rest, Holds holds) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), holds);
    const auto taken = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(taken.size());
    return taken;
}

int number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "-30" or "+1" after a day; 0 without.
int take_offset(std::string_view& rest) {
    if (rest.size() < 2 || (rest[0] != '-' && rest[0] != '+') || !is_digit(rest[1])) return 0;
    const int sign = rest[0] == '-' ? -1 : 1;
    rest.remove_prefix(1);
    return sign * number(take_while(rest, is_digit));
}

std::string choose(std::string_view choices, Luck& luck) {
    if (const auto dots = choices.find(".."); dots != choices.npos)
        return std::to_string(luck.between(number(choices.substr(0, dots)), number(choices.substr(dots + 2))));
    std::vector<std::string_view> all;
    for (std::size_t from = 0; from <= choices.size();) {
        const auto bar = std::min(choices.find('|', from), choices.size());
        all.push_back(choices.substr(from, bar - from));
        from = bar + 1;
    }
    return std::string(all[luck.index(all.size())]);
}

}  // namespace

Result<std::string> expand(std::string_view text, const Known& known, Luck& luck) {
    std::string out;
    if (text == "{}") return std::string(text);
    for (auto rest = text; !rest.empty();) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == '{') {
            const auto end = rest.find('}');
            if (end == rest.npos) return unknown(text);
            out += choose(rest.substr(0, end), luck);
            rest.remove_prefix(end + 1);
        } else if (c == '$') {
            const auto name = take_while(rest, is_name);
            const auto found = known.values.find(name);
            if (name == kDay) out += text_of_day(known.day + take_offset(rest));
            else if (found == known.values.end()) return unknown(text);
            else out += found->second;
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace aroeira::app::demo
