// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

/// The machinery of the LEDI: what a declaration is made of and everything derived from it.
namespace aroeira::fichas::ledi {

using Byte = unsigned char;

// The value types a record is made of, named as the LEDI dictionary names them. Nothing here owns
// memory: text points into the received bytes, lists and nested groups live in an Arena.
using Boolean = std::optional<bool>;
using Integer = std::optional<std::int32_t>;
using Long = std::optional<std::int64_t>;
using Double = std::optional<double>;

using Text = std::string_view;  ///< Absent text has a null data(); empty text does not.
struct Binary : std::string_view {
    using std::string_view::string_view;
};

/// What every List<T> is underneath, for the code that walks a record by its description.
struct AnyList {
    void* first = nullptr;
    std::uint32_t count = 0;
};
template <class T>
class List : AnyList {
public:
    List() = default;
    List(T* items, std::uint32_t size) : AnyList{items, size} {}

    [[nodiscard]] bool present() const { return first != nullptr; }
    [[nodiscard]] std::uint32_t size() const { return count; }
    [[nodiscard]] bool empty() const { return count == 0; }
    T& operator[](std::size_t i) const { return begin()[i]; }
    [[nodiscard]] T* begin() const { return static_cast<T*>(first); }
    [[nodiscard]] T* end() const { return begin() + count; }
};

/// What every Ref<T> is underneath.
struct AnyRef {
    void* target = nullptr;
};
/// A nested group that may be absent.
template <class T>
class Ref : AnyRef {
public:
    Ref() = default;
    explicit Ref(T* group) : AnyRef{group} {}

    explicit operator bool() const { return target != nullptr; }
    T& operator*() const { return *static_cast<T*>(target); }
    T* operator->() const { return static_cast<T*>(target); }
};

/// A field no declaration knows, kept whole (header included) so that it survives a round trip.
struct Unknown {
    Unknown* next;
    std::uint16_t id;
    std::string_view bytes;
};
/// Base of every declared struct.
struct Record {
    Unknown* unknown = nullptr;  ///< Ascending by id.
};
template <class T>
concept RecordType = std::is_base_of_v<Record, T>;

template <class V> bool present(const std::optional<V>& v) { return v.has_value(); }
inline bool present(std::string_view v) { return v.data() != nullptr; }
template <class V> bool present(const List<V>& v) { return v.present(); }
template <class V> bool present(const Ref<V>& v) { return static_cast<bool>(v); }

// The words conditional rules are made of.
template <class... V> bool none(const V&... v) { return !(present(v) || ...); }
template <class... V> bool any(const V&... v) { return (present(v) || ...); }
template <class... V> bool all(const V&... v) { return (present(v) && ...); }
template <class... V> bool all_or_none(const V&... v) { return all(v...) || none(v...); }
/// False only when both are given and the first comes after the second.
inline bool ordered(const Long& a, const Long& b) { return !a || !b || *a <= *b; }
template <class V>
bool contains(const List<V>& list, const V& wanted) {
    for (const V& item : list)
        if (item == wanted) return true;
    return false;
}

/// A release of the data layout, as the envelope declares it.
struct Version {
    int major = 0, minor = 0, revision = 0;
    constexpr auto operator<=>(const Version&) const = default;
};
inline constexpr Version kOldest{7, 2, 2}, kNewest{8, 7, 0};
inline constexpr Version kNever{99, 0, 0};  ///< The release that ends what has no end.

/// A release as one number, in the same order against every release a declaration can name. What a
/// sender declares may be any three numbers.
constexpr std::uint32_t order_of(const Version& v) {
    const auto part = [](int n) { return static_cast<std::uint32_t>(n < 0 ? 0 : n > 1021 ? 1022 : n + 1); };
    return part(v.major) << 20 | part(v.minor) << 10 | part(v.revision);
}

}  // namespace aroeira::fichas::ledi
