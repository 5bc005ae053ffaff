// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/cancel_lote.hpp"

namespace aroeira::fichas {

Result<void> cancel_lote(const jobs::Status& trabalho, Ports& ports, const Clock& clock) {
    if (trabalho.kind != kProcessJob || !trabalho.municipio) return {};
    AROEIRA_TRY(const auto municipio, Ibge::parse(*trabalho.municipio));
    AROEIRA_TRY(const auto lote, ports.fichas.cancel_lote(
                                     municipio, trabalho.id.text(), clock.now(),
                                     "Processamento cancelado a pedido. As fichas já processadas ficam; para as outras, envie o arquivo de novo."));
    if (!lote) return {};
    return ports.fichas.delete_partes(municipio, *lote);
}

}  // namespace aroeira::fichas
