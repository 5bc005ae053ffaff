// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas {

/// An instant written "2026-03-10" or "2026-03-10 09:30", in the clock of Brasília; nothing when it is neither.
std::optional<Instant> written_instant(std::string_view text);

/// A ficha put together from lines «path: value» in the words of the dictionary, with everything it points to.
///
/// A path is that of a finding (`visitasDomiciliares[0].microArea`), or of the envelope with
/// `envelope.` before it; `envelope.tipoDadoSerializado` comes before any path of the ficha.
class WrittenFicha {
public:
    WrittenFicha();
    WrittenFicha(const WrittenFicha&) = delete;
    WrittenFicha& operator=(const WrittenFicha&) = delete;

    /// Sets one value: text, number, date, list `[1, 2]`, empty group `{}`, or `(ausente)` for nothing.
    /// What was there before goes. Errors: `invalid_input` FICHA-0010 saying what does not fit.
    Result<void> set(std::string_view path, std::string_view value);

    [[nodiscard]] const Ficha& ficha() const { return ficha_; }

private:
    Result<void> set_versao(std::string_view value);

    Arena arena_;
    Ficha ficha_;
    ledi::DadoTransporte* envelope_ = nullptr;
    ledi::Record* record_ = nullptr;
};

}  // namespace aroeira::fichas
