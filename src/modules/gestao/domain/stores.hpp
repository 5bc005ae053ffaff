// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/gestao/api/agenda_padrao.hpp"
#include "modules/gestao/api/tipos_servico.hpp"

namespace aroeira::gestao {

/// A standard agenda, and how often it was saved.
struct AgendaSeen {
    AgendaPadrao agenda{};
    std::int64_t versao = 0;
};

class AgendaStore : public AgendasPadrao {
public:
    virtual Result<AgendaSeen> seen(const Ibge& municipio) = 0;
    /// False when it was saved since `seen`, and nothing changes.
    virtual Result<bool> save(const Ibge& municipio, const AgendaPadrao& agenda, std::int64_t seen) = 0;
};

/// «Grupo de exames»: exams that are asked for together. Source: manual, 3.11.2.
struct GrupoExame {
    Id<GrupoExame> id;
    std::string nome{};
    std::vector<std::string> exames{};  ///< Codes of the SIGTAP, in their order.
    std::int64_t versao = 0;
};
using GrupoExameId = Id<GrupoExame>;

/// Which part of a list.
struct PageOf {
    std::int64_t offset = 0;
    std::int64_t limit = 30;
};

template <class T>
struct PageOfThings {
    std::vector<T> items{};
    std::int64_t total = 0;
};

class GrupoExameStore {
public:
    virtual ~GrupoExameStore() = default;
    /// In the order of their names. `busca`: part of a name, folded; "" for all.
    virtual Result<PageOfThings<GrupoExame>> list(const Ibge& municipio, std::string_view busca, const PageOf& page) = 0;
    virtual Result<std::optional<GrupoExame>> find(const Ibge& municipio, const GrupoExameId& id) = 0;
    /// Errors: `conflict` DB-0003 when another has the name.
    virtual Result<void> insert(const Ibge& municipio, const GrupoExame& grupo) = 0;
    /// False when it is gone or was saved since `grupo.versao`. Errors: `conflict` DB-0003.
    virtual Result<bool> update(const Ibge& municipio, const GrupoExame& grupo) = 0;
    virtual Result<bool> remove(const Ibge& municipio, const GrupoExameId& id) = 0;
};

class TipoServicoStore : public TiposServico {
public:
    virtual Result<PageOfThings<TipoServico>> page(const Ibge& municipio, std::string_view busca, const PageOf& page) = 0;
    virtual Result<std::optional<TipoServico>> find(const Ibge& municipio, const TipoServicoId& id) = 0;
    /// Errors: `conflict` DB-0003 when another has the name.
    virtual Result<void> insert(const Ibge& municipio, const TipoServico& tipo) = 0;
    /// False when it is gone or was saved since `tipo.versao`. Errors: `conflict` DB-0003.
    virtual Result<bool> update(const Ibge& municipio, const TipoServico& tipo) = 0;
    virtual Result<bool> remove(const Ibge& municipio, const TipoServicoId& id) = 0;
};

}  // namespace aroeira::gestao
