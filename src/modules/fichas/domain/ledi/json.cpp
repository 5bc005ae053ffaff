// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/json.hpp"

#include <charconv>
#include <cmath>

namespace aroeira::fichas::ledi {
namespace {

// Whether eight characters can go out as they are: no quote, no backslash, no control.
bool is_clean(std::uint64_t w) {
    constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080;
    const std::uint64_t quote = w ^ (kOnes * '"'), slash = w ^ (kOnes * '\\');
    return ((((quote - kOnes) & ~quote) | ((slash - kOnes) & ~slash) | ((w - kOnes * 0x20) & ~w)) & kHigh) == 0;
}

char* put_escaped(char* at, char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    const auto byte = static_cast<Byte>(c);
    if (c == '"' || c == '\\') {
        *at++ = '\\';
        *at++ = c;
    } else if (byte >= 0x20) {
        *at++ = c;
    } else {
        std::memcpy(at, "\\u00", 4);
        at[4] = kHex[byte >> 4];
        at[5] = kHex[byte & 15];
        at += 6;
    }
    return at;
}

char* put_text(char* at, std::string_view v) {
    *at++ = '"';
    std::size_t i = 0;
    for (std::uint64_t word; i + 8 <= v.size(); i += 8) {
        std::memcpy(&word, v.data() + i, 8);
        if (is_clean(word)) [[likely]] {
            std::memcpy(at, &word, 8);
            at += 8;
        } else {
            for (std::size_t k = 0; k < 8; ++k) at = put_escaped(at, v[i + k]);
        }
    }
    for (; i < v.size(); ++i) at = put_escaped(at, v[i]);
    *at++ = '"';
    return at;
}

char* put_number(char* at, std::int64_t v) { return std::to_chars(at, at + 24, v).ptr; }

// Most measurements have one or two decimals: those go out as integers, the rest the long way.
char* put_real(char* at, double v) {
    if (!std::isfinite(v)) {
        std::memcpy(at, "null", 4);
        return at + 4;
    }
    const double cents = v * 100;
    if (std::abs(cents) < 1e15 && std::nearbyint(cents) == cents && std::nearbyint(cents) / 100 == v && v != 0) {
        auto whole = static_cast<std::int64_t>(cents);
        if (whole < 0) {
            *at++ = '-';
            whole = -whole;
        }
        at = put_number(at, whole / 100);
        if (const auto rest = static_cast<int>(whole % 100)) {
            *at++ = '.';
            *at++ = static_cast<char>('0' + rest / 10);
            if (rest % 10) *at++ = static_cast<char>('0' + rest % 10);
        }
        return at;
    }
    return std::to_chars(at, at + 32, v).ptr;
}

char* put_boolean(char* at, bool v) {
    std::memcpy(at, v ? "true" : "false", 5);
    return at + (v ? 4 : 5);
}

class Writer {
public:
    Writer(Buffer& out, const StructInfo* inner_info, const Record* inner)
        : out_(out), inner_info_(inner_info), inner_(inner) {}

    void write(const StructInfo& info, const Record& record) {
        char separator = '{';
        for (const FieldInfo& f : info.fields) {
            if (!is_present(record, f)) continue;
            char* at = out_.room(f.key.size() + 40);
            *at++ = separator;
            std::memcpy(at, f.key.data(), f.key.size());
            at += f.key.size();
            separator = ',';
            write_value(at, f, record);
        }
        if (record.unknown) write_unknown(separator, record.unknown);
        else if (separator == '{') out_.put('{');
        out_.put('}');
    }

private:
    // `at` has room for a number; longer values ask for their own.
    void write_value(char* at, const FieldInfo& f, const Record& record) {
        switch (f.kind) {
            case Kind::boolean: return out_.end(put_boolean(at, *value_of<Boolean>(record, f)));
            case Kind::integer: return out_.end(put_number(at, *value_of<Integer>(record, f)));
            case Kind::longint: return out_.end(put_number(at, *value_of<Long>(record, f)));
            case Kind::real: return out_.end(put_real(at, *value_of<Double>(record, f)));
            case Kind::text: out_.end(at); return write_text(value_of<Text>(record, f));
            case Kind::record: out_.end(at); return write(*f.record, group_of(record, f));
            case Kind::list: out_.end(at); return write_list(f, value_of<AnyList>(record, f));
            case Kind::binary:
                out_.end(at);
                if (inner_) return write(*inner_info_, *inner_);
                out_.put('"');
                write_hex(value_of<Text>(record, f), out_);
                out_.put('"');
        }
    }
    void write_text(Text v) { out_.end(put_text(out_.room(v.size() * 6 + 2), v)); }

    void write_list(const FieldInfo& f, const AnyList& list) {
        out_.put('[');
        for (std::uint32_t i = 0; i < list.count; ++i) {
            char* at = out_.room(40);
            if (i) *at++ = ',';
            out_.end(at);
            switch (f.item) {
                case Kind::boolean: out_.end(put_boolean(at, static_cast<const bool*>(list.first)[i])); break;
                case Kind::integer: out_.end(put_number(at, static_cast<const std::int32_t*>(list.first)[i])); break;
                case Kind::longint: out_.end(put_number(at, static_cast<const std::int64_t*>(list.first)[i])); break;
                case Kind::real: out_.end(put_real(at, static_cast<const double*>(list.first)[i])); break;
                case Kind::text:
                case Kind::binary: write_text(static_cast<const Text*>(list.first)[i]); break;
                case Kind::record: write(*f.record, item_of(list, f, i)); break;
                case Kind::list: break;
            }
        }
        out_.put(']');
    }

    void write_unknown(char separator, const Unknown* unknown) {
        out_.put(separator);
        out_.put('"');
        out_.put(kUnknownKey);
        out_.put("\":[");
        for (; unknown; unknown = unknown->next) {
            out_.put('"');
            write_hex(unknown->bytes, out_);
            out_.put(unknown->next ? "\"," : "\"");
        }
        out_.put(']');
    }

    Buffer& out_;
    const StructInfo* inner_info_;
    const Record* inner_;
};

}  // namespace

void write_hex(std::string_view bytes, Buffer& out) {
    static constexpr char kHex[] = "0123456789abcdef";
    char* at = out.room(bytes.size() * 2);
    for (const char c : bytes) {
        *at++ = kHex[static_cast<Byte>(c) >> 4];
        *at++ = kHex[static_cast<Byte>(c) & 15];
    }
    out.end(at);
}

void write_json(const StructInfo& info, const Record& record, Buffer& out, const StructInfo* inner_info,
                const Record* inner) {
    Writer(out, inner_info, inner).write(info, record);
}

}  // namespace aroeira::fichas::ledi
