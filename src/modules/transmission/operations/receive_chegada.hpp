// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/find_chegada.hpp"

namespace aroeira::transmission {

/// What an announcement comes to.
struct AnuncioAnswer {
    std::optional<ChegadaState> chegada{};  ///< How far it came; absent when it is to come later.
    std::optional<Instant> agendado{};      ///< When.
    std::string hour{};                     ///< The same for people, in the zone of the município.
};

/// Takes note of a lote that another installation will send in parts, or says where it stopped. The
/// same announcement again changes nothing; one credencial may go on with what another of the same
/// installation began, when it knows the same file.
///
/// The centralizadores make the município active. When too many are sending, gives the sender a
/// minute of its own instead, and keeps it.
/// Errors: `invalid_input` TRANS-0024 by field; `too_large` TRANS-0027; `conflict` TRANS-0021 when the
///         lote is another file here, TRANS-0026 when too many lotes of the credencial are open;
///         `unavailable` TRANS-0029 when nothing is received over the network; `not_found` INST-0001;
///         `forbidden` ACESSO-0005; `unavailable` DB-0004.
/// Source: manual, 3.7.3.2.
Result<AnuncioAnswer> receive_chegada(const MayReceive& granted, const Anuncio& anuncio, const ArrivalServices& services);

}  // namespace aroeira::transmission
