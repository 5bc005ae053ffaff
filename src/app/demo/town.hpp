// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/luck.hpp"
#include "app/demo/model.hpp"
#include "base/identifiers.hpp"

/// Who works in the demonstration's município, and who is attended there.
namespace aroeira::app::demo {

/// A lotação, with who holds it.
struct Post {
    std::string cns, cpf, cbo, cnes, ine, microarea;
};

/// The units and lotações of a file of the CNES, as the import will keep them.
class Town {
public:
    /// Errors: those of estabelecimentos::CnesReader.
    static Result<Town> read(std::string_view xml, const Ibge& ibge);

    [[nodiscard]] std::string_view ibge() const { return ibge_; }
    [[nodiscard]] std::span<const Post> posts() const { return posts_; }
    /// Name of the unit, as the file writes it.
    [[nodiscard]] std::string_view unit_name(std::string_view cnes) const;
    /// Somebody of one of the occupations; null when nobody is.
    [[nodiscard]] const Post* any(std::span<const std::string> cbos, Luck& luck) const;
    /// The same, another person than `post`, and of the same unit when there is one.
    [[nodiscard]] const Post* colleague(const Post& post, std::span<const std::string> cbos, Luck& luck) const;

private:
    struct Unit {
        std::string cnes, name;
    };
    std::string ibge_;
    std::vector<Post> posts_;
    std::vector<Unit> units_;
};

/// A citizen nobody is: names of trees, a CPF of a run that only has its check digits.
struct Citizen {
    std::string cpf, name, mother, birth, record, phone;
    bool woman = false;
};

/// Somebody of the age and sex asked, on the day `today` (days since 1970).
Citizen make_citizen(const Attended& asked, int today, Luck& luck);

/// A CPF with its check digits, from its first nine.
std::string cpf_of(int first_nine);

/// AAAA-MM-DD of a day since 1970.
std::string text_of_day(int day);

}  // namespace aroeira::app::demo
