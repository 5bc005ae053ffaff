// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira {

/// Check digits of the national identifiers, as plain predicates over canonical text.
/// Source: Receita Federal (CPF; CNPJ, IN 2.229 for letters), DATASUS (CNS), IBGE (município).
bool is_cpf(std::string_view text) noexcept;
bool is_cns(std::string_view text) noexcept;
bool is_cnpj(std::string_view text) noexcept;
bool is_cnes(std::string_view text) noexcept;
bool is_ine(std::string_view text) noexcept;
bool is_ibge(std::string_view text) noexcept;
bool is_uuid(std::string_view text) noexcept;

struct CpfSpec {
    static constexpr std::size_t length = 11;
    static constexpr ErrorCode invalid = "IDENT-0001";
    static constexpr std::string_view message = "CPF inválido. Confira os 11 dígitos.";
    static bool check(std::string_view t) noexcept { return is_cpf(t); }
};
struct CnsSpec {
    static constexpr std::size_t length = 15;
    static constexpr ErrorCode invalid = "IDENT-0002";
    static constexpr std::string_view message = "CNS inválido. Confira os 15 dígitos.";
    static bool check(std::string_view t) noexcept { return is_cns(t); }
};
struct CnpjSpec {
    static constexpr std::size_t length = 14;
    static constexpr ErrorCode invalid = "IDENT-0003";
    static constexpr std::string_view message = "CNPJ inválido. Confira as 14 posições.";
    static bool check(std::string_view t) noexcept { return is_cnpj(t); }
};
struct CnesSpec {
    static constexpr std::size_t length = 7;
    static constexpr ErrorCode invalid = "IDENT-0004";
    static constexpr std::string_view message = "CNES inválido: são 7 dígitos.";
    static bool check(std::string_view t) noexcept { return is_cnes(t); }
};
struct IneSpec {
    static constexpr std::size_t length = 10;
    static constexpr ErrorCode invalid = "IDENT-0005";
    static constexpr std::string_view message = "INE inválido: são 10 dígitos.";
    static bool check(std::string_view t) noexcept { return is_ine(t); }
};
struct IbgeSpec {
    static constexpr std::size_t length = 7;
    static constexpr ErrorCode invalid = "IDENT-0006";
    static constexpr std::string_view message = "Código IBGE inválido: são 7 dígitos com verificador.";
    static bool check(std::string_view t) noexcept { return is_ibge(t); }
};
struct UuidSpec {
    static constexpr std::size_t length = 36;
    static constexpr ErrorCode invalid = "IDENT-0007";
    static constexpr std::string_view message = "Identificador (UUID) inválido.";
    static bool check(std::string_view t) noexcept { return is_uuid(t); }
};

/// A national identifier that was checked once, at the door, and is trusted from then on. Holding
/// a `Cpf` *is* the proof that the check digits match: there is no other way to make one.
///
/// It cannot be printed: streaming one does not compile. `masked()` is what a log may show and
/// `text()` is what a query or a payload may carry.
template <class Spec>
class Identifier {
public:
    /// Accepts the canonical form only; dots and dashes are stripped at the screen.
    /// Errors: `invalid_input` with `Spec::invalid`. Cost: no allocation when it succeeds.
    static Result<Identifier> parse(std::string_view text) {
        if (text.size() != Spec::length || !Spec::check(text))
            return Error{ErrorKind::invalid_input, Spec::invalid, std::string(Spec::message)};
        Identifier id;
        text.copy(id.characters_.data(), Spec::length);
        return id;
    }
    [[nodiscard]] std::string_view text() const noexcept {
        return {characters_.data(), characters_.size()};
    }
    [[nodiscard]] std::string masked() const {
        return std::string(Spec::length - 2, '*') + std::string(text().substr(Spec::length - 2));
    }
    friend auto operator<=>(const Identifier&, const Identifier&) = default;
    template <class Stream>
    friend Stream& operator<<(Stream&, const Identifier&) = delete;

private:
    Identifier() = default;
    std::array<char, Spec::length> characters_{};
};

using Cpf = Identifier<CpfSpec>;    ///< Pessoa física, Receita Federal.
using Cns = Identifier<CnsSpec>;    ///< Cartão Nacional de Saúde.
using Cnpj = Identifier<CnpjSpec>;  ///< Pessoa jurídica; letters allowed since July 2026.
using Cnes = Identifier<CnesSpec>;  ///< Estabelecimento de saúde.
using Ine = Identifier<IneSpec>;    ///< Identificador Nacional de Equipe.
using Ibge = Identifier<IbgeSpec>;  ///< Município, 7 digits.
using Uuid = Identifier<UuidSpec>;  ///< RFC 9562, lower case, with dashes.

/// A key of one table, a UUID. `Id<Lote>` and `Id<Usuario>` must never be swapped.
template <class Entity>
struct Id {
    Uuid uuid;
    [[nodiscard]] std::string_view text() const noexcept { return uuid.text(); }
    static Result<Id> parse(std::string_view text) {
        AROEIRA_TRY(const auto uuid, Uuid::parse(text));
        return Id{uuid};
    }
    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace aroeira
