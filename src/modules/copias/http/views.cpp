// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/http/views.hpp"

#include "modules/instalacoes/api/clock_time.hpp"

namespace aroeira::copias::views {

Copia of(const copias::Copia& copia) {
    return {std::string(copia.id.text()), std::string(name_of(copia.origem)), copia.arquivo, std::string(name_of(copia.situacao)), copia.mensagem,
            copia.tamanho, copia.linhas, to_ms(copia.iniciada), to_ms(copia.concluida)};
}

SituacaoDeCopias of(const Overview& overview) {
    SituacaoDeCopias view{.situacao = std::string(name_of(overview.standing))};
    if (overview.agenda) view.agenda = AgendaDeCopias{instalacoes::clock_text(overview.agenda->minuto), overview.agenda->pasta, overview.agenda->manter};
    if (overview.last) view.ultima = of(*overview.last);
    return view;
}

}  // namespace aroeira::copias::views
