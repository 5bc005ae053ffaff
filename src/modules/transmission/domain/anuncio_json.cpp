// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/anuncio_json.hpp"

namespace aroeira::transmission::views {

Result<Anuncio> anuncio_of(const AnuncioDeLote& view) {
    AROEIRA_TRY(const auto lote, fichas::LoteId::parse(view.lote));
    AROEIRA_TRY(const auto municipio, Ibge::parse(view.municipio));
    return Anuncio{.lote = lote, .municipio = municipio, .numero = view.numero, .fichas = view.fichas, .tamanho = view.tamanho, .sha256 = view.sha256,
                   .remetente = {view.remetente.instalacao, view.remetente.nome, view.remetente.tipo, view.remetente.versao}};
}

AnuncioDeLote of(const Anuncio& a) {
    return {.lote = std::string(a.lote.text()), .municipio = std::string(a.municipio.text()), .numero = a.numero, .fichas = a.fichas,
            .tamanho = a.tamanho, .sha256 = a.sha256,
            .remetente = {a.remetente.instalacao, a.remetente.nome, a.remetente.tipo, a.remetente.versao}};
}

}  // namespace aroeira::transmission::views
