// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::fichas {

/// A file of fichas somebody sends by hand.
struct Upload {
    std::string file_name;
    std::string_view bytes;  ///< A zip, or one `.esus`, `.esus13`, `.esus.xml`.
    std::optional<Ibge> municipio{};
};

struct Accepted {
    LoteId lote;
    std::string trabalho;
};

/// Receives a lote: refuses a file that is not what it should be, keeps its bytes and puts it in
/// the queue, in one commit. When this gives a value, the lote cannot be lost any more.
///
/// Errors: `invalid_input` ZIP-… naming what is wrong with the file (nothing is stored), RECEB-0010
///         when it holds no ficha at all, either with an audit row; `forbidden` ACESSO-0005; `not_found` RECEB-0003;
///         `unavailable` from the store.
/// Source: manual, 3.7.3.3.1.
Result<Accepted> receive_lote(const identity::Granted<identity::Permission::fichas_importar>& granted,
                              const Upload& upload, const Services& services);

}  // namespace aroeira::fichas
