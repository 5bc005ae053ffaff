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

constexpr char kHex[] = "0123456789abcdef";

char* put_hex(char* at, std::string_view bytes) {
    for (const char c : bytes) {
        *at++ = kHex[static_cast<Byte>(c) >> 4];
        *at++ = kHex[static_cast<Byte>(c) & 15];
    }
    return at;
}

char* put_escaped(char* at, char c) {
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

// Most numbers are codes of a digit or two; dates have thirteen.
char* put_number(char* at, std::int64_t v) {
    if (v >= 0 && v < 10) {
        *at = static_cast<char>('0' + v);
        return at + 1;
    }
    return std::to_chars(at, at + 24, v).ptr;
}

// Most measurements have one or two decimals: those go out as integers, the rest the long way.
char* put_real(char* at, double v) {
    if (!std::isfinite(v)) {
        std::memcpy(at, "null", 4);
        return at + 4;
    }
    const double cents = v * 100;
    if (auto whole = static_cast<std::int64_t>(std::abs(cents) < 1e15 ? cents : 0);
        whole != 0 && static_cast<double>(whole) == cents && static_cast<double>(whole) / 100 == v) {
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

// Every function takes where to write and gives back where it stopped: the place stays in a
// register, and the buffer is asked for room by the page.
class Writer {
public:
    Writer(Buffer& out, const StructInfo* inner_info, const Record* inner)
        : out_(out), inner_info_(inner_info), inner_(inner) {}

    void write_all(const StructInfo& info, const Record& record) {
        char* at = out_.room(kPage);
        limit_ = at + kPage;
        out_.end(write(at, info, record));
    }

private:
    static constexpr std::size_t kPage = std::size_t{16} << 10, kNumber = 40;

    [[gnu::always_inline]] char* room(char* at, std::size_t count) {
        if (static_cast<std::size_t>(limit_ - at) < count) [[unlikely]] return next_page(at, count);
        return at;
    }
    [[gnu::noinline]] char* next_page(char* at, std::size_t count) {
        out_.end(at);
        at = out_.room(count + kPage);
        limit_ = at + count + kPage;
        return at;
    }

    char* write(char* at, const StructInfo& info, const Record& record) {
        char separator = '{';
        for (const Step& step : info.steps) {
            if (!is_present(record, step)) continue;
            const FieldInfo& f = *step.field;
            at = room(at, f.key.size() + FieldInfo::kKeyBlock + kNumber);
            *at++ = separator;
            separator = ',';
            at = put_key(at, f);
            at = write_value(at, step, f, record);
        }
        at = room(at, 2);
        if (record.unknown) at = write_unknown(at, separator, record.unknown);
        else if (separator == '{') *at++ = '{';
        *at++ = '}';
        return at;
    }

    // By whole blocks, which key_blocks has: a copy of a known size is a few moves, of any other a call.
    [[gnu::always_inline]] static char* put_key(char* at, const FieldInfo& f) {
        const char* key = f.key.data();
        std::memcpy(at, key, FieldInfo::kKeyBlock);
        for (std::size_t i = FieldInfo::kKeyBlock; i < f.key.size(); i += FieldInfo::kKeyBlock) [[unlikely]]
            std::memcpy(at + i, key + i, FieldInfo::kKeyBlock);
        return at + f.key.size();
    }

    // `at` has room for a number and what closes it; longer values ask for their own.
    [[gnu::always_inline]] char* write_value(char* at, const Step& step, const FieldInfo& f, const Record& record) {
        switch (step.kind) {
            case Kind::boolean: return put_boolean(at, *value_of<Boolean>(record, step));
            case Kind::integer: return put_number(at, *value_of<Integer>(record, step));
            case Kind::longint: return put_number(at, *value_of<Long>(record, step));
            case Kind::real: return put_real(at, *value_of<Double>(record, step));
            case Kind::text: return write_text(at, value_of<Text>(record, step));
            case Kind::record: return write(at, *f.record, group_of(record, step));
            case Kind::list: return write_list(at, f, value_of<AnyList>(record, step));
            case Kind::binary: break;
        }
        return inner_ ? write(at, *inner_info_, *inner_) : write_bytes(at, value_of<Text>(record, step));
    }
    char* write_text(char* at, Text v) { return put_text(room(at, v.size() * 6 + 2), v); }

    char* write_list(char* at, const FieldInfo& f, const AnyList& list) {
        *at++ = '[';
        for (std::uint32_t i = 0; i < list.count; ++i) {
            at = room(at, kNumber);
            if (i) *at++ = ',';
            switch (f.item) {
                case Kind::boolean: at = put_boolean(at, static_cast<const bool*>(list.first)[i]); break;
                case Kind::integer: at = put_number(at, static_cast<const std::int32_t*>(list.first)[i]); break;
                case Kind::longint: at = put_number(at, static_cast<const std::int64_t*>(list.first)[i]); break;
                case Kind::real: at = put_real(at, static_cast<const double*>(list.first)[i]); break;
                case Kind::text:
                case Kind::binary: at = write_text(at, static_cast<const Text*>(list.first)[i]); break;
                case Kind::record: at = write(at, *f.record, item_of(list, f, i)); break;
                case Kind::list: break;
            }
        }
        at = room(at, 1);
        *at++ = ']';
        return at;
    }

    char* write_unknown(char* at, char separator, const Unknown* unknown) {
        at = room(at, kUnknownKey.size() + 8);
        *at++ = separator;
        *at++ = '"';
        at = std::copy(kUnknownKey.begin(), kUnknownKey.end(), at);
        at = std::copy_n("\":[", 3, at);
        for (; unknown; unknown = unknown->next) {
            at = write_bytes(at, unknown->bytes);
            if (unknown->next) *at++ = ',';
        }
        *at++ = ']';
        return at;
    }
    char* write_bytes(char* at, std::string_view bytes) {
        at = room(at, bytes.size() * 2 + 8);
        *at++ = '"';
        at = put_hex(at, bytes);
        *at++ = '"';
        return at;
    }

    Buffer& out_;
    const StructInfo* inner_info_;
    const Record* inner_;
    char* limit_ = nullptr;
};

}  // namespace

void write_hex(std::string_view bytes, Buffer& out) { out.end(put_hex(out.room(bytes.size() * 2), bytes)); }

void write_json(const StructInfo& info, const Record& record, Buffer& out, const StructInfo* inner_info,
                const Record* inner) {
    Writer(out, inner_info, inner).write_all(info, record);
}

}  // namespace aroeira::fichas::ledi
