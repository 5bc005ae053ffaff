// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/plain.hpp"

#include <cmath>

#include "modules/fichas/domain/ledi/characters.hpp"
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {
namespace {

template <class V>
bool in_range(const V& v, double min, double max) {
    return !v || (static_cast<double>(*v) >= min && static_cast<double>(*v) <= max);
}

}  // namespace

bool has_more_decimals(double v, int most) {
    constexpr double kScales[] = {1, 10, 100, 1000, 10'000};
    const double scale = most < 5 ? kScales[most] : std::pow(10.0, most);
    if (!(std::abs(v) < 9e12)) return false;
    const double scaled = v * scale;
    const auto whole = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    return static_cast<double>(whole) / scale != v;
}

bool PlainFields::take(const FieldInfo& f) {
    const bool is_ranged = f.min != -Bounds::kNoLimit || f.max != Bounds::kNoLimit;
    const bool is_coded = f.table || !f.allowed.empty();
    if (f.is_versioned) return false;
    switch (f.kind) {
        case Kind::boolean: break;
        case Kind::integer:
            if (is_coded) return false;
            if (is_ranged) integers_.push_back({f.min, f.max, f.offset, -1});
            break;
        case Kind::longint:
            if (is_coded && (is_ranged || f.allowed.empty())) return false;
            if (is_coded) codes_.push_back({f.allowed, f.offset});
            if (is_ranged) longs_.push_back({f.min, f.max, f.offset, -1});
            break;
        case Kind::real: reals_.push_back({f.min, f.max, f.offset, f.max_decimals}); break;
        case Kind::text: {
            if (f.texts) return false;
            // Never as many as kNotText.
            const Written text{f.test, f.offset, f.min_length, std::min(f.max_length, kNotText - 1), f.is_required};
            (f.test && f.test->is_ascii ? forms_ : texts_).push_back(text);
            return true;
        }
        case Kind::binary:
        case Kind::record:
        case Kind::list: return false;
    }
    if (f.is_required) required_.push_back(flag_of(f));
    return true;
}

bool PlainFields::are_right(const Record& record) const {
    for (const std::uint32_t flag : required_)
        if (!(reinterpret_cast<const Byte*>(&record)[flag])) return false;
    for (const Coded& f : codes_)
        if (const auto& v = value_of<Long>(record, f); v && !f.codes.has(*v)) return false;
    for (const Ranged& f : integers_)
        if (!in_range(value_of<Integer>(record, f), f.min, f.max)) return false;
    for (const Ranged& f : longs_)
        if (!in_range(value_of<Long>(record, f), f.min, f.max)) return false;
    for (const Ranged& f : reals_) {
        const auto& v = value_of<Double>(record, f);
        if (!v) continue;
        if (!std::isfinite(*v) || !in_range(v, f.min, f.max)) return false;
        if (f.max_decimals >= 0 && has_more_decimals(*v, f.max_decimals)) return false;
    }
    for (const Written& f : forms_) {
        const auto& v = value_of<Text>(record, f);
        if (!v.data() ? f.is_required : v.size() < f.min_length || v.size() > f.max_length || !f.test->holds(v)) return false;
    }
    for (const Written& f : texts_) {
        const auto& v = value_of<Text>(record, f);
        if (!v.data()) {
            if (f.is_required) return false;
            continue;
        }
        const std::uint32_t length = characters(v);
        if (length < f.min_length || length > f.max_length || (f.test && !f.test->holds(v))) return false;
    }
    return true;
}

}  // namespace aroeira::fichas::ledi
