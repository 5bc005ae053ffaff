// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "modules/fichas/domain/ledi/code_table.hpp"
#include "modules/fichas/domain/ledi/values.hpp"

/// One declaration per struct: `fields<T>` lists its fields in ascending wire id. The codecs, the
/// checks, the form and the reference page are derived from it.
namespace aroeira::fichas::ledi {

/// Fields the dictionary and the XSD have, and no published Thrift file, take ids of our own from
/// here on: other readers skip them, and nothing is lost between formats.
inline constexpr int kUnpublishedIds = 32'000;

/// What one field may hold. The same data bounds the value, fills the form and writes the manual.
struct Bounds {
    static constexpr std::uint32_t kUnbounded = std::numeric_limits<std::uint32_t>::max();
    static constexpr double kNoLimit = std::numeric_limits<double>::infinity();

    bool is_required = false, is_distinct = false;
    std::uint32_t min_length = 0, max_length = kUnbounded;  ///< Characters of a text, items of a list.
    double min = -kNoLimit, max = kNoLimit;
    int max_decimals = -1;  ///< -1: any.
    const CodeTable* table = nullptr;
    CodeSet allowed{};  ///< The part of the table this field accepts; empty: all of it.
    const TextTable* texts = nullptr;
    const TextTest* test = nullptr;
    std::span<const EnumName> enum_names{};
    Version since_version{}, until_version = kNever;
    std::string_view dictionary_name{};  ///< Where the dictionary's differs from the wire's.
    std::string_view xml_name{};         ///< Where the XML's differs from the wire's.
    int xml_position = 0;                ///< Place in the XML sequence; 0: by id.
    bool in_xml = true;                  ///< False where the published XSD has no such element.
    std::string_view label{};            ///< Of the form, pt-BR.
};

namespace detail {
template <auto Member>
constexpr std::string_view member_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(0, text.find_first_of(";]", text.find("Member = ")));
    while (text.back() == ')') text.remove_suffix(1);
    return text.substr(text.rfind(':') + 1);
}
template <class T>
constexpr std::string_view type_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(0, text.find_first_of(";]", text.find("T = ")));
    return text.substr(std::max(text.rfind(':'), text.rfind(' ')) + 1);
}
template <class M> struct MemberOf;
template <class R, class V> struct MemberOf<V R::*> {
    using Owner = R;
    using Value = V;
};
}  // namespace detail

/// One row of a declaration: a wire id, a member, and what the value must satisfy.
template <int Id, auto Member>
struct Field : Bounds {
    using Value = typename detail::MemberOf<decltype(Member)>::Value;
    static constexpr int id = Id;
    static constexpr auto member = Member;
    static constexpr std::string_view name = detail::member_name<Member>();

    constexpr Field required() const { return with([](Field& f) { f.is_required = true; }); }
    constexpr Field distinct() const { return with([](Field& f) { f.is_distinct = true; }); }
    constexpr Field chars(std::uint32_t lo, std::uint32_t hi) const { return length(lo, hi); }
    constexpr Field chars(std::uint32_t exact) const { return length(exact, exact); }
    constexpr Field items(std::uint32_t lo, std::uint32_t hi = kUnbounded) const { return length(lo, hi); }
    constexpr Field range(double lo, double hi) const {
        return with([=](Field& f) { f.min = lo, f.max = hi; });
    }
    /// At most this many digits after the comma.
    constexpr Field decimals(int most) const { return with([=](Field& f) { f.max_decimals = most; }); }
    constexpr Field codes(const CodeTable& t) const {
        return with([&](Field& f) { f.table = &t, f.allowed = t.set; });
    }
    constexpr Field codes(const TextTable& t) const { return with([&](Field& f) { f.texts = &t; }); }
    /// Narrows the table to what this record accepts; comes after codes().
    constexpr Field only(CodeSet some) const { return with([=](Field& f) { f.allowed = some; }); }
    constexpr Field must(const TextTest& t) const { return with([&](Field& f) { f.test = &t; }); }
    constexpr Field since(int major, int minor, int revision) const {
        return with([=](Field& f) { f.since_version = {major, minor, revision}; });
    }
    /// The first release that no longer has the field.
    constexpr Field until(int major, int minor, int revision) const {
        return with([=](Field& f) { f.until_version = {major, minor, revision}; });
    }
    constexpr Field called(std::string_view dictionary) const {
        return with([=](Field& f) { f.dictionary_name = dictionary; });
    }
    constexpr Field xml(int position) const { return with([=](Field& f) { f.xml_position = position; }); }
    constexpr Field xml(std::string_view element, int position) const {
        return with([=](Field& f) { f.xml_name = element, f.xml_position = position; });
    }
    constexpr Field no_xml() const { return with([](Field& f) { f.in_xml = false; }); }
    constexpr Field names(std::span<const EnumName> list) const {
        return with([=](Field& f) { f.enum_names = list; });
    }
    constexpr Field labelled(std::string_view text) const { return with([=](Field& f) { f.label = text; }); }

private:
    constexpr Field length(std::uint32_t lo, std::uint32_t hi) const {
        return with([=](Field& f) { f.min_length = lo, f.max_length = hi; });
    }
    template <class Change>
    constexpr Field with(Change change) const {
        Field copy = *this;
        change(copy);
        return copy;
    }
};

template <int Id, auto Member>
inline constexpr Field<Id, Member> field{};

namespace detail {
template <std::size_t I, class F> struct Slot {
    F value;
};
template <class Indices, class... F> struct Slots;
template <std::size_t... I, class... F>
struct Slots<std::index_sequence<I...>, F...> : Slot<I, F>... {
    static constexpr std::size_t size = sizeof...(F);
};
template <std::size_t I, class F>
constexpr const F& slot(const Slot<I, F>& s) { return s.value; }
}  // namespace detail

template <class... F>
consteval auto record(F... f) {
    int last = 0;
    for (const int id : {F::id...}) {
        if (id <= last) throw "field ids must ascend";
        last = id;
    }
    return detail::Slots<std::index_sequence_for<F...>, F...>{{f}...};
}

/// Specialised once per struct.
template <class T> inline constexpr auto fields = nullptr;

template <class T, std::size_t I> using FieldAt = std::remove_cvref_t<decltype(detail::slot<I>(fields<T>))>;
template <class T> inline constexpr std::size_t field_count = decltype(fields<T>)::size;
template <class T> inline constexpr std::string_view record_name = detail::type_name<T>();

/// A field named by its member, so that a renamed member cannot leave a rule behind.
template <auto Member> inline constexpr std::string_view name_of = detail::member_name<Member>();

/// TBinaryProtocol type codes, chosen by the C++ type of the member.
enum class Wire : std::uint8_t {
    boolean = 2, byte = 3, real = 4, i16 = 6, i32 = 8, i64 = 10, text = 11,
    record = 12, map = 13, set = 14, list = 15
};

template <class V> inline constexpr Wire wire = Wire::record;
template <> inline constexpr Wire wire<bool> = Wire::boolean;
template <> inline constexpr Wire wire<double> = Wire::real;
template <> inline constexpr Wire wire<std::int32_t> = Wire::i32;
template <> inline constexpr Wire wire<std::int64_t> = Wire::i64;
template <> inline constexpr Wire wire<Text> = Wire::text;
template <> inline constexpr Wire wire<Binary> = Wire::text;
template <class V> inline constexpr Wire wire<std::optional<V>> = wire<V>;
template <class V> inline constexpr Wire wire<Ref<V>> = Wire::record;
template <class V> inline constexpr Wire wire<List<V>> = Wire::list;

/// Where we are, as frames on the stack; written out only when there is something to report.
struct Path {
    const Path* parent = nullptr;
    std::string_view name{};
    std::int64_t index = -1;

    [[nodiscard]] std::string text() const;
};

}  // namespace aroeira::fichas::ledi
