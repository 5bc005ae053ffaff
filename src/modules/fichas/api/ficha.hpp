// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "modules/fichas/api/catalogo.hpp"
#include "modules/fichas/api/memory.hpp"
#include "modules/fichas/api/verdict.hpp"

namespace aroeira::fichas {

namespace ledi {
struct Record;
struct DadoTransporte;
struct StructInfo;
struct RuleInfo;
struct DecodeError;
struct Context;
}  // namespace ledi

/// One of the record types of the LEDI and everything the machinery knows of it.
/// Source: LEDI 8.7.0, TipoDadoSerializado.
struct TipoDeFicha {
    int codigo = 0;
    std::string_view sigla{};  ///< "VDT", as in the dictionary.
    std::string_view nome{};   ///< pt-BR, as in the dictionary.
    std::string_view xml_element{}, xml_namespace{};

    const ledi::StructInfo& (*info)() = nullptr;
    const ledi::Record* (*decode)(std::string_view bytes, Arena&, ledi::DecodeError&) = nullptr;
    ledi::Record* (*make)(Arena&) = nullptr;
    /// The dataAtendimento; of a Cuidado Compartilhado, the dataEvolucao.
    std::optional<std::int64_t> (*attended_at)(const ledi::Record&) = nullptr;
    std::string_view (*uuid)(const ledi::Record&) = nullptr;
    /// CBO of the professional the ficha belongs to; empty when absent.
    std::string_view (*cbo)(const ledi::Record&) = nullptr;
};

/// All record types, by ascending code.
std::span<const TipoDeFicha* const> tipos_de_ficha();
/// Null when the LEDI has no such code.
const TipoDeFicha* find_tipo(std::int64_t codigo);

/// One received record: the envelope and, when it could be found, the ficha inside. It owns
/// nothing: it lives as long as the received bytes and the Arena it was read into.
class Ficha {
public:
    const ledi::DadoTransporte* envelope = nullptr;
    const TipoDeFicha* tipo = nullptr;     ///< Null when the code is unknown.
    const ledi::Record* record = nullptr;  ///< Null when there is nothing readable inside.

    // What storage and reports ask. Texts are empty when absent; ask only with an envelope.
    [[nodiscard]] std::string_view uuid() const;
    [[nodiscard]] std::int64_t codigo() const;      ///< tipoDadoSerializado; 0 when absent.
    [[nodiscard]] std::string versao() const;       ///< "8.7.0"; empty when absent.
    [[nodiscard]] std::string_view cnes() const;
    [[nodiscard]] std::string_view ine() const;
    [[nodiscard]] std::string_view ibge() const;
    [[nodiscard]] std::optional<std::int64_t> numero_lote() const;
    [[nodiscard]] std::string_view remetente() const;    ///< nomeOuRazaoSocial.
    [[nodiscard]] std::string_view originadora() const;  ///< nomeOuRazaoSocial.
    [[nodiscard]] std::optional<std::int64_t> attended_at() const;  ///< Epoch ms.
    /// "AAAAMM" of the care event in the zone of the município; empty without a date.
    [[nodiscard]] std::string competencia() const;
};

/// What came of reading bytes. When it failed, what could be read of the envelope is still there,
/// so that the refusal can name the ficha.
struct Reading {
    Ficha ficha{};
    std::optional<FieldError> fault{};  ///< rule FICHA-ILEGIVEL, field: path, message and fix.
    std::size_t offset = 0;             ///< Of the fault, in the bytes that were being read.

    explicit operator bool() const { return !fault; }
};

/// Reads a Thrift record (`.esus`, `.esus13`): envelope and ficha. `bytes` must outlive the result.
/// Errors: `fault`. Cost: no allocation once the arena is warm.
Reading decode(std::string_view bytes, Arena& arena);

/// Reads a file by what its bytes are: Thrift (`.esus`, `.esus13`) XML (`.esus.xml`), or our own JSON.
/// `bytes` must outlive the result.
/// Errors: `fault`, with a word of its own for a zip and an empty file.
Reading read_file(std::string_view name, std::string_view bytes, Arena& arena);
/// The bytes begin as an XML document does.
bool looks_like_xml(std::string_view bytes);

/// Circumstances of a check.
struct CheckOptions {
    Instant now{};
    /// Of the município; when absent, taken from its IBGE code.
    std::optional<std::chrono::minutes> zone{};
    /// Null leaves out exactly the rules that ask the CNES.
    const Catalogo* catalogo = nullptr;
};

/// Every field check and rule of the release the ficha declares.
/// Cost: no allocation when there is nothing to report.
void check(const Ficha& ficha, const CheckOptions& options, Verdict& verdict);
Verdict check(const Ficha& ficha, const CheckOptions& options);

/// The wall clock of a município, from its IBGE code: −02 to −05, no daylight saving since 2019.
std::chrono::minutes zone_of(std::string_view ibge);

void write_thrift(const Ficha& ficha, Buffer& out);
void write_json(const Ficha& ficha, Buffer& out);
void write_xml(const Ficha& ficha, Buffer& out);

}  // namespace aroeira::fichas
