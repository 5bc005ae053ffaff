// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "modules/estabelecimentos/domain/importacao.hpp"
#include "modules/estabelecimentos/domain/mudancas.hpp"

namespace aroeira::estabelecimentos {

/// The registry of establishments of each município. Errors of every method: `unavailable` DB-0004.
class CadastroStore {
public:
    virtual ~CadastroStore() = default;

    /// Makes other imports of the município wait until this transaction ends, and gives what was
    /// imported last. The first statement of a transaction that applies changes.
    virtual Result<std::optional<Vigente>> hold(const Ibge& municipio) = 0;
    virtual Result<std::optional<Vigente>> vigente(const Ibge& municipio) = 0;
    virtual Result<void> set_vigente(const Ibge& municipio, const ImportacaoId& importacao, std::string_view versao) = 0;

    virtual Result<Conhecidos> known(const Ibge& municipio) = 0;
    /// Writes what `compare` found. Cost: one bulk row per new record, one update per changed one.
    virtual Result<void> apply(const Ibge& municipio, const CnesFile& file, const Conhecidos& known, const Mudancas& changes,
                               IdSource& ids) = 0;

    /// The active units, teams and professionals.
    virtual Result<Cadastro> cadastro(const Ibge& municipio) = 0;
    /// The name of a unit, active or not; "" when unknown.
    virtual Result<std::string> name_of_unidade(const Ibge& municipio, std::string_view cnes) = 0;
};

/// The imports of each município, newest first, and the bytes of those that wait.
class ImportacaoStore {
public:
    virtual ~ImportacaoStore() = default;
    virtual Result<void> insert(const Importacao& importacao) = 0;
    virtual Result<void> insert_parte(const Importacao& importacao, int parte, std::string_view bytes) = 0;
    /// The whole file, put together again.
    virtual Result<std::string> read_partes(const Ibge& municipio, const ImportacaoId& id) = 0;
    virtual Result<void> set_trabalho(const Ibge& municipio, const ImportacaoId& id, std::string_view trabalho) = 0;
    virtual Result<void> set_executando(const Ibge& municipio, const ImportacaoId& id) = 0;
    /// Ends it: situacao, mensagem, versao, data_arquivo, concluida and relatorio; its bytes go.
    virtual Result<void> conclude(const Importacao& importacao) = 0;
    /// Ends the one this job was to carry out, unless it ended already; gives which one it was.
    virtual Result<std::optional<ImportacaoId>> cancel(const Ibge& municipio, std::string_view trabalho, Instant at) = 0;
    /// Ends as failed what no job carries out any more: every import under way but `current`; their bytes go.
    virtual Result<void> end_abandoned(const Importacao& current) = 0;
    /// Of whichever município when none is given. Errors: `not_found` CNES-0010.
    virtual Result<Importacao> find(const std::optional<Ibge>& municipio, const ImportacaoId& id) = 0;
    /// The newest `limit`, without their reports; of every município when none is given.
    virtual Result<std::vector<Importacao>> list(const std::optional<Ibge>& municipio, int limit) = 0;
};

}  // namespace aroeira::estabelecimentos
