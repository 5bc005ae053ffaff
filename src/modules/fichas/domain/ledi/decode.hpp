// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bit>
#include <cstring>

#include "modules/fichas/api/memory.hpp"
#include "modules/fichas/domain/ledi/schema.hpp"

/// Apache Thrift TBinaryProtocol (bare structs, no message envelope) derived from `fields<T>`.
/// It copies nothing: the record points into the received bytes, which must outlive it.
namespace aroeira::fichas::ledi {

enum class Fault : std::uint8_t {
    none, truncated, bad_length, wrong_type, bad_type, too_deep, too_big, trailing_bytes
};
std::string_view describe(Fault fault);  ///< pt-BR, what is wrong with the bytes.

struct DecodeError {
    Fault fault = Fault::none;
    std::size_t offset = 0;
    std::string path{};
};

namespace detail {
template <class U>
[[gnu::always_inline]] inline U load(const Byte* p) {
    U raw;
    std::memcpy(&raw, p, sizeof raw);
    if constexpr (sizeof(U) == 8) return __builtin_bswap64(raw);
    else if constexpr (sizeof(U) == 4) return __builtin_bswap32(raw);
    else return raw;
}
// The three bytes before a value: type, then id.
constexpr std::uint32_t header_of(Wire type, int id) {
    return static_cast<std::uint32_t>(type) << 16 | static_cast<std::uint32_t>(id);
}
constexpr bool is_stop(std::uint32_t header) { return header < 0x10000; }

template <class V> inline constexpr std::size_t smallest = 1;  // bytes one list item takes at least
template <> inline constexpr std::size_t smallest<std::int32_t> = 4;
template <> inline constexpr std::size_t smallest<std::int64_t> = 8;
template <> inline constexpr std::size_t smallest<double> = 8;
template <> inline constexpr std::size_t smallest<Text> = 4;

/// Calls visit.operator()<I>() in wire order and stops at the first false.
template <class T, class Visit>
[[gnu::always_inline]] inline bool each_field(Visit&& visit) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return (visit.template operator()<I>() && ...);
    }(std::make_index_sequence<field_count<T>>{});
}
}  // namespace detail

/// The part of reading that depends on no record type. Every reading function takes the position
/// and gives back the next one, or null after recording the error: the cursor stays in a register.
class Decoder {
public:
    Decoder(std::string_view bytes, Arena& arena)
        : begin_(reinterpret_cast<const Byte*>(bytes.data())), end_(begin_ + bytes.size()), arena_(arena) {}

    /// The whole buffer must be exactly one T.
    template <RecordType T>
    bool decode(T& out);
    [[nodiscard]] const DecodeError& error() const { return error_; }

    template <RecordType T>
    const Byte* read_record(const Byte* p, T& out, const Path& at);

private:
    static constexpr int kDepthLimit = 32, kUnknownLimit = 256;

    [[gnu::always_inline]] const Byte* read_header(const Byte* p, std::uint32_t& header) {
        if (end_ - p < 4) [[unlikely]] return read_last_header(p, header);
        header = detail::load<std::uint32_t>(p) >> 8;
        return p + (detail::is_stop(header) ? 1 : 3);
    }
    const Byte* read_last_header(const Byte* p, std::uint32_t& header);

    template <class V>
    [[gnu::always_inline]] const Byte* read(const Byte* p, V& out) {
        if constexpr (std::is_same_v<V, bool>) {
            if (p == end_) [[unlikely]] return fail(p, Fault::truncated);
            out = *p != 0;
            return p + 1;
        } else if constexpr (std::is_base_of_v<std::string_view, V>) {
            if (end_ - p < 4) [[unlikely]] return fail(p, Fault::truncated);
            const auto size = detail::load<std::uint32_t>(p);
            if (size > static_cast<std::size_t>(end_ - p) - 4) [[unlikely]] return fail(p, Fault::bad_length);
            out = V(reinterpret_cast<const char*>(p + 4), size);
            return p + 4 + size;
        } else {
            using Raw = std::conditional_t<sizeof(V) == 8, std::uint64_t, std::uint32_t>;
            if (end_ - p < std::ptrdiff_t(sizeof(V))) [[unlikely]] return fail(p, Fault::truncated);
            out = std::bit_cast<V>(detail::load<Raw>(p));
            return p + sizeof(V);
        }
    }
    template <class V>
    [[gnu::always_inline]] const Byte* read(const Byte* p, V& out, const Path&, std::string_view) {
        return read(p, out);
    }
    template <class V>
    [[gnu::always_inline]] const Byte* read(const Byte* p, std::optional<V>& out, const Path&, std::string_view) {
        return read(p, out.emplace());
    }
    template <class T>
    const Byte* read(const Byte* p, Ref<T>& out, const Path& at, std::string_view name) {
        T* target = arena_.make<T>(1);
        if (!target) return fail(p, Fault::too_big);
        out = Ref<T>(target);
        return read_record(p, *target, Path{&at, name});
    }
    template <class V>
    const Byte* read(const Byte* p, List<V>& out, const Path& at, std::string_view name);

    const Byte* keep_unknown(const Byte* p, std::uint32_t& header, Record& out, const Path& at,
                             std::string_view declared);
    const Byte* skip(const Byte* p, Wire type, int depth);
    const Byte* skip_items(const Byte* p, std::initializer_list<Wire> types, std::uint32_t count, int depth);

    [[gnu::cold, gnu::noinline]] const Byte* fail(const Byte* p, Fault fault);
    /// The innermost frame speaks first; the outer ones stay silent.
    [[gnu::cold, gnu::noinline]] const Byte* note(const Path& at, std::string_view name);

    const Byte *begin_, *end_;
    Arena& arena_;
    DecodeError error_;
};

namespace detail {
template <class T>
[[gnu::noinline]] bool knows(std::uint32_t header) {
    return !each_field<T>([&]<std::size_t I>() {
        using F = FieldAt<T, I>;
        return header != header_of(wire<typename F::Value>, F::id);
    });
}
template <class T>
[[gnu::noinline]] std::string_view name_of_id(std::uint32_t header) {
    std::string_view name;
    each_field<T>([&]<std::size_t I>() {
        using F = FieldAt<T, I>;
        if (F::id == static_cast<int>(header & 0xFFFF)) name = F::name;
        return name.empty();
    });
    return name;
}
}  // namespace detail

template <RecordType T>
bool Decoder::decode(T& out) {
    const Byte* p = read_record(begin_, out, Path{});
    if (p && p != end_) {
        note(Path{}, {});
        p = fail(p, Fault::trailing_bytes);
    }
    return p != nullptr;
}

template <RecordType T>
const Byte* Decoder::read_record(const Byte* p, T& out, const Path& at) {
    std::uint32_t header;
    if (!(p = read_header(p, header))) return note(at, {});
    for (;;) {
        // One pass meets every field of a record written in ascending order; what comes out of
        // order, repeated or unknown starts the pass again, which keeps it linear.
        const bool ok = detail::each_field<T>([&]<std::size_t I>() __attribute__((always_inline)) {
            using F = FieldAt<T, I>;
            if (header != detail::header_of(wire<typename F::Value>, F::id)) return true;
            const Byte* next = read(p, out.*F::member, at, F::name);
            if (next) next = read_header(next, header);
            if (!next) [[unlikely]] return note(at, F::name) != nullptr;
            p = next;
            return true;
        });
        if (!ok) return nullptr;
        if (detail::is_stop(header)) return p;
        if (!detail::knows<T>(header)) {
            p = keep_unknown(p, header, out, at, detail::name_of_id<T>(header));
            if (!p) return nullptr;
        }
    }
}

template <class V>
const Byte* Decoder::read(const Byte* p, List<V>& out, const Path& at, std::string_view name) {
    if (end_ - p < 5) return fail(p, Fault::truncated);
    const auto count = detail::load<std::uint32_t>(p + 1);
    if (*p != static_cast<Byte>(wire<V>) && count != 0) return fail(p, Fault::wrong_type);
    p += 5;
    if (count > static_cast<std::size_t>(end_ - p) / detail::smallest<V>) return fail(p - 4, Fault::bad_length);
    V* items = arena_.make<V>(count ? count : 1);
    if (!items) return fail(p, Fault::too_big);
    out = List<V>(items, count);
    Path here{&at, name, 0};
    for (std::uint32_t i = 0; p && i < count; ++i, ++here.index) {
        if constexpr (RecordType<V>) p = read_record(p, items[i], here);
        else if (!(p = read(p, items[i]))) note(here, {});
    }
    return p;
}

}  // namespace aroeira::fichas::ledi
