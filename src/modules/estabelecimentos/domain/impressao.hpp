// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace aroeira::estabelecimentos {

/// A 64-bit FNV-1a over fields, with their borders. It is kept in the database: the same on every machine.
class Impressao {
public:
    void add(std::string_view field) {
        for (const char c : field) mix(static_cast<unsigned char>(c));
        mix(0x1F);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    void mix(unsigned char byte) { value_ = (value_ ^ byte) * 1099511628211ULL; }
    std::uint64_t value_ = 14695981039346656037ULL;
};

inline std::uint64_t impressao_of(std::string_view text) {
    Impressao impressao;
    impressao.add(text);
    return impressao.value();
}

}  // namespace aroeira::estabelecimentos
