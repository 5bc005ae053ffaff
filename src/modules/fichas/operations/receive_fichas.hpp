// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::fichas {

/// One ficha as another system sends it.
struct OnlineItem {
    std::string name;         ///< Of the file.
    std::string_view bytes;
};

/// What became of one item, after it was committed.
struct ItemVerdict {
    std::string uuid{};
    Situacao situacao = Situacao::ilegivel;
    bool repetida = false;    ///< Same uuid and bytes were already here: nothing changed.
    std::string achados{};    ///< JSON {"erros":[…],"avisos":[…]}; "" when there is nothing to say.
    std::string regra{};      ///< Of an unreadable one.
    std::string motivo{};     ///< Of an unreadable one.
};

/// Receives fichas from another system, over the network: evaluates and keeps each with its
/// verdict, in one commit for all of `items`. They join the sender's lote of the day. An
/// unreadable item is refused and not kept: the sender has just been told.
///
/// Errors: `forbidden` ACESSO-0005; `not_found` RECEB-0003 when the município of the credential
///         (or of the first readable ficha) is not active here; `unavailable` from the store.
/// Source: manual LEDI, API de recebimento; the batch is our own.
Result<std::vector<ItemVerdict>> receive_fichas(const identity::Granted<identity::Permission::fichas_receber>& granted,
                                                std::span<const OnlineItem> items, const Services& services);

}  // namespace aroeira::fichas
