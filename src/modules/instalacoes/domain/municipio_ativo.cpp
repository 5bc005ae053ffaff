// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/api/municipio_ativo.hpp"

namespace aroeira::instalacoes {

Result<MunicipioAtivo> MunicipiosAtivos::require(const Ibge& ibge) {
    AROEIRA_TRY(auto found, find(ibge));
    if (found) return std::move(*found);
    return Error{ErrorKind::not_found, "INST-0001",
                 "Este município não está ativo nesta instalação. O administrador da instalação pode ativá-lo."};
}

}  // namespace aroeira::instalacoes
