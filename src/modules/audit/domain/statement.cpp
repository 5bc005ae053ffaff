// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/domain/statement.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace aroeira::audit {
namespace {

struct Token {
    std::string text;  ///< Words in lower case; `$n`; one sign.
    int depth = 0;     ///< How many parentheses are open around it.
};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Where what begins at `at` and is no token ends: blanks, comments, texts between apostrophes.
std::size_t skipped(std::string_view sql, std::size_t at) {
    if (std::isspace(static_cast<unsigned char>(sql[at])) != 0) return at + 1;
    if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
    if (sql[at] == '\'') return std::min(sql.find('\'', at + 1), sql.size() - 1) + 1;
    return at;
}

std::vector<Token> tokens_of(std::string_view sql) {
    std::vector<Token> tokens;
    int depth = 0;
    for (std::size_t at = 0; at < sql.size();) {
        if (const auto next = skipped(sql, at); next != at) {
            if (sql[at] == '\'') tokens.push_back({"''", depth});
            at = next;
            continue;
        }
        std::size_t end = at + 1;
        if (is_word(sql[at]) || sql[at] == '$')
            while (end < sql.size() && is_word(sql[end])) ++end;
        std::string text(sql.substr(at, end - at));
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (text == ")") --depth;
        tokens.push_back({text, depth});
        if (text == "(") ++depth;
        at = end;
    }
    return tokens;
}

int parameter_of(const std::string& text) {
    int number = 0;
    if (text.size() > 1 && text.front() == '$') std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return number;
}

class Reader {
public:
    Reader(std::string_view sql, std::string_view (*key_of)(std::string_view)) : tokens_(tokens_of(sql)), key_of_(key_of) {}

    Statement read() {
        while (at_ < tokens_.size() && !begins()) ++at_;
        if (is("insert")) read_insert();
        else if (is("update")) read_update();
        else if (is("delete")) read_delete();
        return std::move(statement_);
    }

private:
    [[nodiscard]] bool is(std::string_view word, std::size_t ahead = 0) const { return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].text == word; }
    [[nodiscard]] bool begins() const {
        return tokens_[at_].depth == 0 && (is("insert") || is("update") || is("delete") || is("select") || is("values"));
    }
    [[nodiscard]] bool ends(std::size_t i, std::initializer_list<std::string_view> words) const {
        return tokens_[i].depth == 0 && std::find(words.begin(), words.end(), tokens_[i].text) != words.end();
    }
    void table(Operation operation, std::size_t ahead) {
        statement_.operation = operation;
        if (at_ + ahead < tokens_.size()) statement_.table = tokens_[at_ + ahead].text;
        at_ += ahead + 1;
    }

    void read_insert() {
        table(Operation::created, 2);
        if (!is("(")) return;
        for (++at_; at_ < tokens_.size() && tokens_[at_].depth > 0; ++at_)
            if (!is(",")) statement_.columns.push_back(tokens_[at_].text);
        ++at_;
        read_values();
        for (std::size_t i = at_; i + 1 < tokens_.size(); ++i)
            if (tokens_[i].text == "do" && tokens_[i + 1].text == "update") statement_.operation = Operation::changed;
    }
    /// The expressions of VALUES or SELECT beside the columns: those that are one parameter are known.
    void read_values() {
        const bool values = is("values");
        if (!values && !is("select")) return;
        at_ += values ? 2 : 1;
        const int inside = values ? 1 : 0;
        std::size_t column = 0;
        std::size_t length = 0;
        for (std::size_t i = at_; i <= tokens_.size() && column < statement_.columns.size(); ++i) {
            const bool end = i == tokens_.size() || tokens_[i].depth < inside || (!values && ends(i, {"from", "where", "on"}));
            if (end || (tokens_[i].depth == inside && tokens_[i].text == ",")) {
                if (length == 1) bind(statement_.columns[column], parameter_of(tokens_[i - 1].text));
                ++column;
                length = 0;
                if (end) return;
            } else {
                ++length;
            }
        }
    }
    void read_update() {
        table(Operation::changed, 1);
        while (at_ < tokens_.size() && !is("set")) ++at_;
        for (++at_; at_ < tokens_.size() && !ends(at_, {"from", "where", "returning"});) {
            const auto column = tokens_[at_].text;
            std::size_t end = at_ + 1;
            while (end < tokens_.size() && !ends(end, {",", "from", "where", "returning"})) ++end;
            const bool to_itself = end == at_ + 3 && tokens_[at_ + 2].text == column;
            if (!to_itself) statement_.columns.push_back(column);
            at_ = end;
            if (is(",")) ++at_;
        }
        if (statement_.columns.empty()) statement_ = {};
        else read_where();
    }
    void read_delete() {
        table(Operation::removed, 2);
        read_where();
    }
    void read_where() {
        for (; at_ + 2 < tokens_.size(); ++at_)
            if (tokens_[at_].depth == 0 && is("=", 1)) bind(tokens_[at_].text, parameter_of(tokens_[at_ + 2].text));
    }
    void bind(const std::string& column, int parameter) {
        if (parameter == 0) return;
        if (column == key_of_(statement_.table)) statement_.id_parameter = parameter;
        if (column == "municipio") statement_.municipio_parameter = parameter;
    }

    std::vector<Token> tokens_;
    std::string_view (*key_of_)(std::string_view);
    std::size_t at_ = 0;
    Statement statement_{};
};

}  // namespace

std::string_view title_of(Operation operation) {
    switch (operation) {
        case Operation::none: return "";
        case Operation::created: return "criação";
        case Operation::changed: return "alteração";
        case Operation::removed: return "exclusão";
    }
    return {};
}

Statement read_statement(std::string_view sql, std::string_view (*key_of)(std::string_view)) { return Reader(sql, key_of).read(); }

}  // namespace aroeira::audit
