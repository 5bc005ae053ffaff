// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/identifiers.hpp"

namespace aroeira::gestao {

/// A kind of health service a município offers. Source: manual, 3.11.3.
struct TipoServico {
    Id<TipoServico> id;
    std::string nome{};
    std::int64_t versao = 0;
};
using TipoServicoId = Id<TipoServico>;

/// The types of service, for who keeps unidades de saúde.
class TiposServico {
public:
    virtual ~TiposServico() = default;
    /// In the order of their names. Errors: `unavailable` DB-0004.
    virtual Result<std::vector<TipoServico>> list(const Ibge& municipio) = 0;
};

}  // namespace aroeira::gestao
