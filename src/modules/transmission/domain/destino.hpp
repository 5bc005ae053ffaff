// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/ids.hpp"

/// The installations that receive our lotes.
namespace aroeira::transmission {

struct Destino;
using DestinoId = Id<Destino>;

/// How it came to be in the list.
enum class OrigemDestino : std::uint8_t {
    nacional,    ///< The Centralizador Nacional: there from the start, never removed.
    estadual,    ///< A state's, laid there because the state asked the Ministry for it.
    adicionado,  ///< By an administrator: «Adicionar instalação».
};
inline constexpr std::array kOrigensDestino{OrigemDestino::nacional, OrigemDestino::estadual, OrigemDestino::adicionado};
std::string_view name_of(OrigemDestino origem);

/// How it is spoken to.
enum class Protocolo : std::uint8_t {
    aroeira,  ///< Between our installations: whole lotes, resumable, with a verdict per ficha.
    ledi,     ///< The public LEDI API, one ficha at a time, as a PEC receives from any system.
};
inline constexpr std::array kProtocolos{Protocolo::aroeira, Protocolo::ledi};
std::string_view name_of(Protocolo protocolo);

/// What the last «Testar conexão» found.
enum class SituacaoConexao : std::uint8_t { nao_testada, estabelecida, falhou };
inline constexpr std::array kSituacoesConexao{SituacaoConexao::nao_testada, SituacaoConexao::estabelecida, SituacaoConexao::falhou};
std::string_view name_of(SituacaoConexao situacao);

/// A daily window. Unit: minutes after local midnight; `from` after `until` crosses midnight.
struct Janela {
    int from_minutes = 0;
    int until_minutes = 360;
    friend bool operator==(const Janela&, const Janela&) = default;
};

struct Conexao {
    SituacaoConexao situacao = SituacaoConexao::nao_testada;
    std::string detalhe{};  ///< pt-BR: who answered, or why nobody did.
    std::optional<Instant> em{};
};

/// When it is tried next, and why not before.
struct Tentativas {
    std::optional<Instant> proxima{};  ///< Nothing: as soon as its window allows.
    bool agendada = false;             ///< True when the receiver chose `proxima` ("come at HH:MM").
    int falhas = 0;                    ///< In a row.
    bool parado = false;               ///< Too many: one try a day, until one succeeds or somebody asks.
    std::string causa{};               ///< pt-BR, of the last failure.
};

struct Destino {
    DestinoId id;
    std::string nome{};
    OrigemDestino origem = OrigemDestino::adicionado;
    std::string endereco{};  ///< http(s)://…; "" for one that only takes files.
    Protocolo protocolo = Protocolo::aroeira;
    std::string usuario{};   ///< Of the credencial de integração there.
    bool tem_senha = false;
    std::string certificado_pem{};  ///< What we show its server, with its chain; "" for none. Its key is sealed.
    std::string ca_pem{};    ///< Of a local authority its certificate is from; "" for a public one.
    std::optional<Janela> janela{};  ///< Its own; nothing: the installation's.
    bool ativo = true;
    Conexao conexao{};
    Tentativas tentativas{};

    /// With the usuário and the senha when there is one: a certificate then only opens the connection.
    [[nodiscard]] bool enters_by_certificate() const { return usuario.empty() && !certificado_pem.empty(); }
    /// Whether what it takes to be let in is here.
    [[nodiscard]] bool can_enter() const { return enters_by_certificate() || (!usuario.empty() && tem_senha); }
};

}  // namespace aroeira::transmission
