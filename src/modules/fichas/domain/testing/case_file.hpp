// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "modules/fichas/api/written_ficha.hpp"

/// The `.case` files: a valid ficha by name, what is changed in it, and the expected answer. They
/// are written in the words of the dictionary, for a nurse to read. See tests/cases/LEIA-ME.md.
namespace aroeira::fichas::testing {

struct Line {
    std::string path, value;
    int number = 0;
};

/// A rule the case expects; `path` is empty when the case does not say where.
struct Expected {
    std::string rule, path;
};

struct Case {
    std::string file, base, title;
    int line = 0;
    std::vector<Line> changes;
    std::vector<Expected> errors, warnings;
};

/// Every case of every `.case` file of the directory. A case on `base: todas` comes once per base;
/// `todas-com exame ivcf` leaves out those without these fields, `todas-com-cabecalho` those without a header.
/// Its words for what each type spells its own way are those of case_paths.hpp.
/// A file that cannot be understood stops the test with its line.
std::vector<Case> read_cases(const std::filesystem::path& directory);
/// The names of the `.base` files that describe a whole ficha.
std::vector<std::string> base_names(const std::filesystem::path& directory);

/// A ficha put together from `.base` lines, with everything it points to.
class BuiltFicha {
public:
    BuiltFicha(const std::filesystem::path& directory, const std::string& base, const std::vector<Line>& changes);

    [[nodiscard]] const Ficha& ficha() const { return written_.ficha(); }
    [[nodiscard]] CheckOptions options() const;

private:
    void load(const std::filesystem::path& directory, const std::string& base);
    void apply(const Line& line);

    WrittenFicha written_;
    Instant now_;
    bool with_catalogo_ = true;
};

}  // namespace aroeira::fichas::testing
