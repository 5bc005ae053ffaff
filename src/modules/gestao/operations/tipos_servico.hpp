// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/operations/services.hpp"

namespace aroeira::gestao {

/// In the order of their names. `busca`: part of a name. Errors: `unavailable` DB-0004.
Result<PageOfThings<TipoServico>> list_tipos(const MayGovern& granted, std::string_view busca, const PageOf& page, const Services& services);

/// «Adicionar tipo de serviço». Errors: `invalid_input` GESTAO-0005 on "nome": empty, too long or taken. Source: manual, 3.11.3.
Result<TipoServico> add_tipo(const MayGovern& granted, std::string nome, const Services& services);

/// Errors: those of `add_tipo`; `not_found` GESTAO-0006; `conflict` GESTAO-0002.
Result<TipoServico> edit_tipo(const MayGovern& granted, const TipoServicoId& id, std::string nome, std::int64_t versao, const Services& services);

/// Errors: `not_found` GESTAO-0006; `conflict` GESTAO-0007 while a unidade offers it.
Result<void> remove_tipo(const MayGovern& granted, const TipoServicoId& id, const Services& services);

}  // namespace aroeira::gestao
