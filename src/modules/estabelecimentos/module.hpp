// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "modules/estabelecimentos/operations/cnes_source.hpp"              // IWYU pragma: export
#include "modules/estabelecimentos/operations/ceps.hpp"                 // IWYU pragma: export
#include "modules/estabelecimentos/operations/import_cnes.hpp"          // IWYU pragma: export
#include "modules/estabelecimentos/store/fold_names.hpp"                // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_cadastro_store.hpp"        // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_cbo_store.hpp"             // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_cep_store.hpp"             // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_importacao_store.hpp"      // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_lotacao_store.hpp"         // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_profissional_store.hpp"    // IWYU pragma: export
#include "modules/estabelecimentos/store/sql_unidade_store.hpp"         // IWYU pragma: export
#include "platform/http/http.hpp"
#include "platform/jobs/jobs.hpp"

/// What app/ sees of the module: stores to wire, routes, jobs, and the operations of the command line.
namespace aroeira::estabelecimentos {

struct HttpNeeds {
    identity::Gate& gate;
    const Services& services;
    std::uint64_t upload_bytes_max;
};

/// «Importação de CNES» and its history, «CBO», «Unidades de Saúde» and «Profissionais».
std::vector<http::Route> routes(const HttpNeeds& needs);

/// `cnes_importar`.
std::map<std::string, jobs::Handler> jobs(const Services& services);

/// The registry a file of the CNES describes, for judging fichas without a database; `rejeicoes` tells
/// how many of its records were left out. Errors: those of read_cnes.
struct CadastroDoArquivo {
    Cabecalho cabecalho{};
    CadastroPtr cadastro{};
    std::size_t rejeicoes = 0;
};
Result<CadastroDoArquivo> cadastro_of_file(const std::string& path);

}  // namespace aroeira::estabelecimentos
