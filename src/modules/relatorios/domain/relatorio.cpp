// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorio.hpp"

#include <array>

namespace aroeira::relatorios {

std::span<const Relatorio* const> all_relatorios() {
    static constexpr std::array all{
        &kCadastroDomiciliar, &kCadastroIndividual, &kSituacaoDoTerritorio,
        &kAtendimentoDomiciliar, &kAtendimentoIndividual, &kAtendimentoOdontologico, &kAtividadeColetiva,
        &kAvaliacaoElegibilidade, &kConsumoAlimentar, &kProcedimentos, &kProcedimentosConsolidados, &kResumoDeProducao,
        &kZika, &kVisitaDomiciliar, &kVacinacao};
    return all;
}

const Relatorio* find_relatorio(std::string_view codigo) {
    for (const auto* one : all_relatorios())
        if (one->codigo == codigo) return one;
    return nullptr;
}

}  // namespace aroeira::relatorios
