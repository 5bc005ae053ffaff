// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <tuple>

#include "modules/transmission/domain/chegada.hpp"
#include "platform/json/json.hpp"

/// The announcement of a lote as it goes between two installations: who sends writes it, who receives reads it.
namespace aroeira::transmission::views {

inline constexpr std::string_view kTipos = "prontuario|centralizador_municipal|centralizador_estadual|centralizador_nacional";

struct Remetente {
    std::string instalacao{};
    std::string nome{};
    std::string tipo{};
    std::string versao{};
    static constexpr auto fields = std::tuple{
        json::field("instalacao", &Remetente::instalacao, "Identificador (UUID) da instalação."), json::field("nome", &Remetente::nome),
        json::field("tipo", &Remetente::tipo, "", kTipos), json::field("versao", &Remetente::versao, "Do programa.")};
};

struct AnuncioDeLote {
    std::string lote{};
    std::string municipio{};
    std::int64_t numero = 0;
    std::int64_t fichas = 0;
    std::int64_t tamanho = 0;
    std::string sha256{};
    Remetente remetente{};
    static constexpr auto fields = std::tuple{
        json::field("lote", &AnuncioDeLote::lote, "Identificador (UUID) dado por quem envia."), json::field("municipio", &AnuncioDeLote::municipio, "Código IBGE."),
        json::field("numero", &AnuncioDeLote::numero, "Sequencial na instalação que envia: diz qual lote é mais novo."),
        json::field("fichas", &AnuncioDeLote::fichas), json::field("tamanho", &AnuncioDeLote::tamanho, "Bytes do arquivo."),
        json::field("sha256", &AnuncioDeLote::sha256, "Do arquivo, em hexadecimal."), json::field("remetente", &AnuncioDeLote::remetente)};
};

/// Errors: `invalid_input` IDENT-0006, IDENT-0007.
Result<Anuncio> anuncio_of(const AnuncioDeLote& view);
AnuncioDeLote of(const Anuncio& anuncio);

}  // namespace aroeira::transmission::views
