// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/atendimento_odontologico.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {

// Source: LEDI 8.7.0, especialidadeEncaminhamentoAtendimentoOdontológico, «Código do encaminhamento».
std::int64_t ledi::odonto::conduta_of(const Long& especialidade) {
    constexpr std::int64_t kFirst = 63;
    constexpr std::int64_t kCondutas[] = {3, 1, 2, 2, 4, 5, 6, 7, 8, 9, 10, 11, 11, 11};
    if (!especialidade || *especialidade < kFirst || *especialidade >= kFirst + std::int64_t(std::size(kCondutas))) return 0;
    return kCondutas[*especialidade - kFirst];
}

const TipoDeFicha atendimento_odontologico = define<ledi::FichaOdonto>(
    5, "AOI", "Atendimento Odontológico Individual", "fichaAtendimentoOdontologicoMasterTransport",
    "http://esus.ufsc.br/fichaatendimentoodontologicomaster");

}  // namespace aroeira::fichas
