// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace aroeira::relatorios {

/// Which of 4096 neighbours in a lote are counted, a bit each: what was counted is known without a row per ficha.
class Marcas {
public:
    static constexpr std::int64_t kSize = 4096;
    static std::int64_t bloco_of(std::int64_t posicao) { return posicao / kSize; }

    Marcas() = default;
    explicit Marcas(std::string_view bytes) : bits_(bytes) {}

    [[nodiscard]] bool has(std::int64_t posicao) const {
        const auto at = place(posicao);
        return at < bits_.size() && (static_cast<unsigned char>(bits_[at]) & mask(posicao)) != 0;
    }
    void set(std::int64_t posicao, bool counted) {
        const auto at = place(posicao);
        if (at >= bits_.size()) {
            if (!counted) return;
            bits_.resize(at + 1);
        }
        const auto byte = static_cast<unsigned char>(bits_[at]);
        bits_[at] = static_cast<char>(counted ? byte | mask(posicao) : byte & ~mask(posicao));
        while (!bits_.empty() && bits_.back() == '\0') bits_.pop_back();
    }
    /// Nothing when none is counted.
    [[nodiscard]] const std::string& bytes() const { return bits_; }

private:
    static std::size_t place(std::int64_t posicao) { return static_cast<std::size_t>(posicao % kSize) / 8; }
    static unsigned char mask(std::int64_t posicao) { return static_cast<unsigned char>(1U << (posicao % 8)); }
    std::string bits_{};
};

}  // namespace aroeira::relatorios
