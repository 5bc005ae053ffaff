// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "modules/transmission/domain/destino.hpp"

/// Lotes that go out: where to, what is in them, what was done with them.
namespace aroeira::transmission {

struct LoteEnviado;
using LoteEnviadoId = Id<LoteEnviado>;

/// How far a lote came. The screen shows it.
enum class SituacaoEnvio : std::uint8_t {
    gerado,     ///< Its file is ready and nobody took it yet.
    salvo,      ///< «Salvar em Arquivo» gave it to somebody.
    enviando,   ///< The destino has a part of it.
    enviado,    ///< The destino confirmed that it keeps it whole.
    concluido,  ///< It has also said of every ficha whether it accepts it.
    parado,     ///< It will not have this lote; somebody must look.
};
inline constexpr std::array kSituacoesEnvio{SituacaoEnvio::gerado,  SituacaoEnvio::salvo,     SituacaoEnvio::enviando,
                                            SituacaoEnvio::enviado, SituacaoEnvio::concluido, SituacaoEnvio::parado};
std::string_view name_of(SituacaoEnvio situacao);

/// Whether it is still to be sent, should its destino be reached over the network.
constexpr bool waits_to_be_sent(SituacaoEnvio situacao) {
    return situacao == SituacaoEnvio::gerado || situacao == SituacaoEnvio::salvo || situacao == SituacaoEnvio::enviando;
}

/// What a lote says of where it goes.
struct DestinoDoLote {
    DestinoId id;
    std::string nome{};
    bool online = false;        ///< Whether it is sent to over the network at all.
    std::optional<Janela> janela{};
    Tentativas tentativas{};
};

/// A zip of fichas for one destino. Nothing of it changes any more but how far it came.
struct LoteEnviado {
    LoteEnviadoId id;
    Ibge municipio;
    DestinoDoLote destino;
    std::int64_t numero = 0;  ///< 1, 2, … in this installation, whatever the município.
    SituacaoEnvio situacao = SituacaoEnvio::gerado;
    std::int64_t fichas = 0;
    std::string sha256{};      ///< Of the zip, hexadecimal.
    std::int64_t tamanho = 0;  ///< Bytes of the zip.
    Instant criado{};
    std::string responsavel{};
    std::string ator{};
    bool enviar_ja = false;      ///< Marked to be sent outside the hours.
    std::int64_t enviados = 0;   ///< Bytes the destino has; of the LEDI API, nothing.
    int recusas = 0;             ///< Of what was sent, in a row.
    std::string causa{};         ///< pt-BR, why it does not go on.
    std::optional<Instant> enviado{};
    std::int64_t aceitas = 0;
    std::int64_t rejeitadas = 0;
    std::optional<Instant> proxima{};  ///< When it is tried next; told by `find_lotes`, not kept.
};

/// The name under which the lote is saved.
std::string file_name_of(const LoteEnviado& lote);

enum class AtoDoLote : std::uint8_t {
    gerado,
    salvo,
    marcado,     ///< For immediate sending, by a person.
    iniciado,    ///< The first of it is on its way.
    enviado,     ///< The destino keeps it whole.
    concluido,   ///< It has said of every ficha whether it accepts it.
    parado,      ///< It will not have it.
    perdido,     ///< It no longer knows a lote it confirmed: it is sent again.
};
inline constexpr std::array kAtosDoLote{AtoDoLote::gerado,     AtoDoLote::salvo,     AtoDoLote::marcado,  AtoDoLote::iniciado,
                                        AtoDoLote::enviado, AtoDoLote::concluido, AtoDoLote::parado,  AtoDoLote::perdido};
std::string_view name_of(AtoDoLote ato);

/// One line of the history of a lote.
struct LinhaDoHistorico {
    Uuid id;  ///< Grows with time.
    AtoDoLote ato = AtoDoLote::gerado;
    Instant em{};
    std::string responsavel{};
    std::string ator{};
    std::string detalhe{};  ///< pt-BR, "" when the act says all.
};

struct LoteEnviadoFilter {
    std::optional<SituacaoEnvio> situacao{};
    std::int64_t page = 1;
    std::int64_t page_size = 30;
};

/// One ficha inside a lote, and what the destino says of it.
struct FichaEnviada {
    std::string uuid{};
    std::int64_t versao = 0;
    std::int64_t posicao = 0;  ///< Its place in the zip, from 0.
    std::string sha256{};      ///< Of the bytes that went: 32 bytes.
    std::string veredito{};    ///< "" until the destino says.
    std::string achados{};     ///< JSON {"erros":[…],"avisos":[…]}; "" when there is nothing to say.
};

/// A page of the list and how many lotes there are in all.
struct LotesEnviados {
    std::vector<LoteEnviado> items{};
    std::int64_t total = 0;
};

}  // namespace aroeira::transmission
