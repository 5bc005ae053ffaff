// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

const FieldInfo* StructInfo::find(std::string_view field_name) const {
    for (const FieldInfo& f : fields)
        if (f.name == field_name) return &f;
    return nullptr;
}

const FieldInfo* StructInfo::find_element(std::string_view element) const {
    for (const FieldInfo& f : fields)
        if (f.element() == element) return &f;
    return nullptr;
}

std::string_view wire_word(Kind kind) {
    switch (kind) {
        case Kind::boolean: return "bool";
        case Kind::integer: return "i32";
        case Kind::longint: return "i64";
        case Kind::real: return "double";
        case Kind::text: return "string";
        case Kind::binary: return "binary";
        case Kind::record: return "struct";
        case Kind::list: return "list";
    }
    return "";
}

namespace {

// An optional keeps its flag after its value; a text, its pointer after its size.
template <class V>
std::uint16_t flag_of(std::uint32_t offset) {
    static_assert(sizeof(std::optional<V>) == sizeof(V) + alignof(V), "the flag comes after the value");
    return static_cast<std::uint16_t>(offset + sizeof(V));
}

std::uint16_t flag_of(Kind kind, std::uint32_t offset) {
    switch (kind) {
        case Kind::boolean: return flag_of<bool>(offset);
        case Kind::integer: return flag_of<std::int32_t>(offset);
        case Kind::longint: return flag_of<std::int64_t>(offset);
        case Kind::real: return flag_of<double>(offset);
        default: return 0;
    }
}

Step step_of(const FieldInfo& f) {
    Step step;
    step.field = &f;
    step.kind = f.kind;
    step.offset = f.offset;
    step.flag_offset = flag_of(f.kind, f.offset);
    if (step.flag_offset) {
        step.flag_mask = 0xFF;
    } else {
        const bool is_text = f.kind == Kind::text || f.kind == Kind::binary;
        step.pointer_offset = static_cast<std::uint16_t>(f.offset + (is_text ? sizeof(std::size_t) : 0));
        step.pointer_mask = ~std::uint64_t{0};
    }
    step.is_required = f.is_required;
    step.is_versioned = f.is_versioned;
    return step;
}

}  // namespace

void complete(StructInfo& info) {
    for (FieldInfo& f : info.fields) {
        f.key_blocks = '"' + std::string(f.name) + "\":";
        const std::size_t size = f.key_blocks.size();
        f.key_blocks.resize((size / FieldInfo::kKeyBlock + 1) * FieldInfo::kKeyBlock);
        f.key = std::string_view(f.key_blocks).substr(0, size);
        f.is_versioned = f.since_version > kOldest || f.until_version <= kNewest;
        info.xml_sequence.push_back(&f);
        info.steps.push_back(step_of(f));
        if (!f.is_plain) info.rest.push_back(info.steps.back());
    }
    info.is_plain = info.rest.empty() && !info.run_rules;
    const auto place = [](const FieldInfo* f) { return f->xml_position ? f->xml_position : f->id; };
    std::sort(info.xml_sequence.begin(), info.xml_sequence.end(),
              [&](const FieldInfo* a, const FieldInfo* b) { return place(a) < place(b); });
}

std::int64_t Context::day(std::int64_t ms) const {
    constexpr std::int64_t kDay = 86'400'000;
    const std::int64_t local = ms + zone_ms;
    return local >= 0 ? local / kDay : -((kDay - 1 - local) / kDay);
}

int Context::months(std::int64_t from, std::int64_t to) const {
    using namespace std::chrono;
    const year_month_day a{sys_days{days{day(from)}}}, b{sys_days{days{day(to)}}};
    const int whole = (int(b.year()) - int(a.year())) * 12 + static_cast<int>(unsigned(b.month())) -
                      static_cast<int>(unsigned(a.month()));
    return b.day() < a.day() ? whole - 1 : whole;
}

int Context::years(std::int64_t from, std::int64_t to) const {
    const int whole = months(from, to);
    return whole >= 0 ? whole / 12 : -1;
}

}  // namespace aroeira::fichas::ledi
