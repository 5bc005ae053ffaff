// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "base/result.hpp"
#include "modules/fichas/api/lote.hpp"

/// What arrives and what becomes of it: lotes, received fichas, totals. Plain values.
namespace aroeira::fichas {

/// How a lote came in. The screen says «Arquivo» or «Online».
enum class Canal : std::uint8_t { arquivo, online };
inline constexpr std::array kCanais{Canal::arquivo, Canal::online};
std::string_view name_of(Canal canal);

enum class Situacao : std::uint8_t { valida, invalida, ilegivel };
inline constexpr std::array kSituacoes{Situacao::valida, Situacao::invalida, Situacao::ilegivel};
std::string_view name_of(Situacao situacao);

/// A compressed file, or a day of one integration credential, with the fichas it brought.
struct LoteRecebido {
    LoteId id;
    Ibge municipio;
    Canal canal = Canal::arquivo;
    std::string arquivo{};
    std::string sha256{};
    std::int64_t tamanho = 0;  ///< Bytes as received.
    std::string responsavel{};
    std::string ator{};
    std::optional<std::int64_t> numero{};  ///< `numLote` of the fichas.
    std::string remetente{};            ///< Installation (uuid) that sent it; "" when not known.
    std::int64_t numero_remetente = 0;  ///< Its number there: of two lotes of one installation, the greater is newer.
    SituacaoLote situacao = SituacaoLote::aguardando;
    std::string mensagem{};
    std::string trabalho{};
    std::int64_t entradas = 0;  ///< Files in the zip.
    Contagem contagem{};
    Instant recebido{};
    std::optional<Instant> processado{};
};

/// `conflict` RECEB-0012: nothing more enters a lote that failed or was cancelled.
Error lote_ended();

/// One received ficha after its evaluation, on its way into the store. Views belong to the caller.
struct FichaAvaliada {
    std::int64_t posicao = 0;  ///< Place in the lote, from 0.
    std::string_view nome{};   ///< Name of the file it came in.
    std::string_view conteudo{};
    std::string_view formato{"thrift"};
    std::string uuid{};
    std::int64_t tipo = 0;
    std::string cnes{};
    std::string ine{};
    std::string competencia{};  ///< AAAAMM, of the care event in the municipality's zone.
    std::string versao_ledi{};
    std::optional<std::int64_t> numero_lote{};
    Situacao situacao = Situacao::ilegivel;
    bool depende_catalogo = false;  ///< Refused only by what the CNES registry does not know (yet).
    int erros = 0;
    std::string achados{};  ///< JSON {"erros":[…],"avisos":[…]}; "" when there is nothing to say.
    std::string regra{};    ///< Of an unreadable one.
    std::string motivo{};   ///< Of an unreadable one.
    std::string sha256{};   ///< 32 bytes.
};

/// A kept ficha as lists show it.
struct FichaResumo {
    std::string uuid;
    std::int64_t tipo = 0;
    std::string cnes{};
    std::string ine{};
    std::string competencia{};
    std::string situacao{};
    std::string versao_ledi{};
    std::int64_t versao = 0;
    std::int64_t erros = 0;
    std::int64_t posicao = 0;
};

/// One version of a kept ficha with what was found in it.
struct FichaVersao {
    FichaResumo resumo;
    std::string lote{};
    std::string achados{};
    bool atual = false;
    Instant recebida{};
};

/// The bytes of one version of a kept ficha, as they came.
struct FichaOriginal {
    std::int64_t versao = 0;
    std::string formato{};  ///< "thrift" or "xml".
    std::string conteudo{};
};

struct Ilegivel {
    std::int64_t posicao = 0;
    std::string nome{};
    std::string regra{};
    std::string motivo{};
};

struct TotalPorTipo {
    std::int64_t tipo = 0;
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
};

struct TotalPorCnes {
    std::string cnes{};
    std::int64_t validas = 0;
    std::int64_t invalidas = 0;
};

/// A page of a list and how many rows there are in all.
template <class T>
struct Page {
    std::vector<T> items{};
    std::int64_t total = 0;
};

struct LoteFilter {
    std::optional<Canal> canal{};
    std::optional<SituacaoLote> situacao{};
    std::int64_t page = 1;
    std::int64_t page_size = 30;
};

struct FichaFilter {
    std::optional<Situacao> situacao{};
    std::optional<std::int64_t> tipo{};
    std::int64_t page = 1;
    std::int64_t page_size = 30;
};

/// What the inconsistency report is asked for. Instants bound the receipt, `ate` not included.
struct InconsistenciaFilter {
    Instant de{};
    Instant ate{};
    std::optional<std::string> lote{};
    std::string responsavel{};  ///< "" for anybody; compared folded, as a part of the name.
    std::optional<Canal> canal{};
};

/// One line of the report before its findings are spread over lines.
struct Inconsistencia {
    std::string lote{};
    std::string arquivo{};
    std::string responsavel{};
    Canal canal = Canal::arquivo;
    Instant recebida{};
    std::string uuid{};  ///< The file's name when unreadable.
    std::int64_t tipo = 0;
    std::string cnes{};
    std::string ine{};
    std::string competencia{};
    std::string achados{};  ///< JSON as in FichaAvaliada; "" when unreadable.
    std::string regra{};    ///< Of an unreadable one.
    std::string motivo{};   ///< Of an unreadable one.
};

}  // namespace aroeira::fichas
