// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/api/municipio_ativo.hpp"

namespace aroeira::instalacoes {
namespace {

struct Zone {
    std::string_view name;
    int minutes;
};

constexpr Zone kZones[] = {
    {"America/Noronha", -120},   {"America/Sao_Paulo", -180}, {"America/Belem", -180},    {"America/Fortaleza", -180},
    {"America/Recife", -180},    {"America/Araguaina", -180}, {"America/Maceio", -180},   {"America/Bahia", -180},
    {"America/Santarem", -180},  {"America/Manaus", -240},    {"America/Boa_Vista", -240}, {"America/Porto_Velho", -240},
    {"America/Cuiaba", -240},    {"America/Campo_Grande", -240}, {"America/Rio_Branco", -300}, {"America/Eirunepe", -300},
};

}  // namespace

Result<int> utc_offset_minutes(std::string_view fuso) {
    for (const auto& zone : kZones)
        if (zone.name == fuso) return zone.minutes;
    return Error{ErrorKind::invalid_input, "INST-0002", "O fuso horário do município não é do Brasil."};
}

Result<MunicipioAtivo> MunicipiosAtivos::require(const Ibge& ibge) {
    AROEIRA_TRY(auto found, find(ibge));
    if (found) return std::move(*found);
    return Error{ErrorKind::not_found, "INST-0001",
                 "Este município não está ativo nesta instalação. O administrador da instalação pode ativá-lo."};
}

}  // namespace aroeira::instalacoes
