// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/vaccine_doses.hpp"

#include "base/text.hpp"
#include "modules/fichas/domain/records/vacinacao.hpp"

namespace aroeira::fichas {
namespace {

constexpr int kVacinacao = 14;

/// Where the release has no code of the maker, the vaccine and the lote tell enough.
bool is_dose_of(const ledi::VacinaRow& dose, const GivenLote& lote, const std::string& folded) {
    const auto maker = dose.coRndsFabricante;
    return dose.imunobiologico == lote.imunobiologico && text::fold(dose.lote) == folded && (maker.empty() || maker == lote.fabricante);
}

}  // namespace

bool names_lote(const Ficha& ficha, const GivenLote& lote) {
    if (!ficha.tipo || ficha.tipo->codigo != kVacinacao || !ficha.record) return false;
    const auto folded = text::fold(lote.lote);
    for (const auto& vacinacao : static_cast<const ledi::FichaVacinacao*>(ficha.record)->vacinacoes)
        for (const auto& dose : vacinacao.vacinas)
            if (is_dose_of(dose, lote, folded)) return true;
    return false;
}

}  // namespace aroeira::fichas
