// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/module.hpp"

#include "modules/estabelecimentos/http/routes.hpp"

namespace aroeira::estabelecimentos {

std::vector<http::Route> routes(const HttpNeeds& needs) {
    std::vector<http::Route> all;
    for (const auto& group : {import_routes(needs), cbo_routes(needs), unidade_routes(needs), profissional_routes(needs), lotacao_routes(needs),
                              address_routes(needs)})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {{std::string(kImportJob), [&services](jobs::Context& job) { return run_import(job, services); }}};
}

Result<CadastroDoArquivo> cadastro_of_file(const std::string& path) {
    AROEIRA_TRY(const auto source, CnesSource::of_file(path));
    AROEIRA_TRY(const auto file, read_cnes(source, std::nullopt));
    const auto changes = compare(file, {}, file.cabecalho.data);
    return CadastroDoArquivo{file.cabecalho, std::make_shared<const Cadastro>(cadastro_after(file, changes, {})), file.rejeicoes.size()};
}

}  // namespace aroeira::estabelecimentos
