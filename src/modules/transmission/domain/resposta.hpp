// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "modules/transmission/domain/chegada.hpp"

/// What the answers of a destino mean for who sends to it. Whatever it says is only believed as far
/// as it can be read.
namespace aroeira::transmission {

/// An answer, as far as its meaning depends on it.
struct Resposta {
    int status = 0;
    std::string_view content_type{};
    std::string_view retry_after{};
    std::string_view date{};
    std::string_view body{};
};

enum class Meaning : std::uint8_t {
    accepted,    ///< It did what was asked.
    scheduled,   ///< "Come in so many seconds": no failure.
    credential,  ///< It does not know us, or no longer.
    offset,      ///< Other bytes than we think have arrived: ask it where it is.
    other_hash,  ///< What arrived is not what was announced: send it again from the beginning.
    refused,     ///< This lote, whatever we do.
    unserved,    ///< Nothing of this município, for now.
    unknown,     ///< It has nothing of the kind we asked about.
    failure,     ///< It is broken, overloaded or no installation at all: try later.
};

struct Reading {
    Meaning meaning = Meaning::failure;
    std::string causa{};             ///< pt-BR, for the screen; "" when accepted.
    std::chrono::seconds wait{0};    ///< Of `scheduled`.
};

/// Source: RFC 9110 for the numbers; the codes are those of this module's arrivals.
Reading read_answer(const Resposta& answer, Instant now);

/// A failure the network found, or we did when we read the body.
Reading failure(std::string causa);
/// What is told of a body that is not what was asked for.
Reading unreadable_body();

/// How far a lote came at the destino.
struct Arrival {
    SituacaoChegada situacao = SituacaoChegada::recebendo;
    std::int64_t recebidos = 0;        ///< Bytes.
    std::int64_t part_bytes_max = 0;   ///< 0 when it did not say.
    std::string mensagem{};
};

/// Nothing when the text is no Arrival of this lote. Members nobody asked for are passed over, so
/// that a newer destino is still understood.
std::optional<Arrival> parse_arrival(std::string_view body, std::string_view lote);

enum class Veredito : std::uint8_t { aceita, rejeitada, desconhecida };

struct FichaJulgada {
    Veredito veredito = Veredito::desconhecida;
    std::string achados{};  ///< JSON {"erros":[…],"avisos":[…]} of Finding; "" when there is nothing to say.
};

/// One per uuid asked, in the same order; nothing when the text is anything else.
std::optional<std::vector<FichaJulgada>> parse_vereditos(std::string_view body, const std::vector<std::string>& uuids);

}  // namespace aroeira::transmission
