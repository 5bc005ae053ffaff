// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/visita_domiciliar.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha visita_domiciliar =
    define<ledi::FichaVisita>(8, "VDT", "Visita Domiciliar e Territorial", "fichaVisitaDomiciliarMasterTransport",
                              "http://esus.ufsc.br/fichavisitadomiciliarmaster");
}
