// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas {

namespace ledi {
struct FieldInfo;
}

/// What a field holds: a text, or a number (a boolean is 0 or 1).
struct Valor {
    std::string_view texto{};
    std::int64_t numero = 0;
    bool is_text = false;
};

/// A field of a record type named by its path on the wire, "visitasDomiciliares.motivosVisita": found once in the
/// declaration, then read from many fichas. A path passes through groups and lists.
class Campo {
public:
    /// Nothing when the declaration has no such path. "" is the ficha itself.
    static std::optional<Campo> find(const TipoDeFicha& tipo, std::string_view path);
    /// A path inside the group this one leads to. Nothing when this one leads to a value.
    [[nodiscard]] std::optional<Campo> inside(std::string_view path) const;

    /// It leads to a group, or to a list of groups.
    [[nodiscard]] bool is_group() const { return group_ != nullptr; }

    /// Every value it leads to from `record`, which is of the struct it was found in; absent ones are passed over.
    /// Cost: no allocation.
    void each(const ledi::Record& record, const std::function<void(const Valor&)>& visit) const;
    /// Every group it leads to.
    void each_group(const ledi::Record& record, const std::function<void(const ledi::Record&)>& visit) const;
    /// The first value; nothing when there is none.
    [[nodiscard]] std::optional<Valor> first(const ledi::Record& record) const;
    /// Something is there, be it an empty text.
    [[nodiscard]] bool is_present(const ledi::Record& record) const;

    /// What the dictionary calls a code of its table, "" when it knows none.
    [[nodiscard]] std::string_view rotulo(std::int64_t codigo) const;
    /// Its codes, in the order of the table; empty without one.
    [[nodiscard]] std::vector<std::int64_t> codigos() const;

private:
    Campo(const ledi::StructInfo* from, std::vector<const ledi::FieldInfo*> steps, const ledi::StructInfo* group)
        : from_(from), steps_(std::move(steps)), group_(group) {}
    static std::optional<Campo> walk(const ledi::StructInfo& from, std::string_view path);

    const ledi::StructInfo* from_;
    std::vector<const ledi::FieldInfo*> steps_;
    const ledi::StructInfo* group_;  ///< What it leads to; null for a value.
};

}  // namespace aroeira::fichas
