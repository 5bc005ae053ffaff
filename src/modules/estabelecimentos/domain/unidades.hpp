// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/result.hpp"
#include "modules/estabelecimentos/domain/listing.hpp"

/// The units of a município as the screen «Unidades de Saúde» reads them. Nothing here can be changed: all of it
/// comes from the CNES. Source: manual PEC 3.4.
namespace aroeira::estabelecimentos {

struct UnidadeNaLista {
    std::string cnes{};
    std::string nome{};
    std::string tipo{};
    bool ativa = true;
};

/// «Informações».
struct UnidadeCompleta {
    UnidadeNaLista unidade{};
    std::string cnpj{}, subtipo{}, telefone1{}, telefone2{}, fax{}, email{};
    std::string cep{}, uf{}, bairro{}, logradouro{}, numero{}, complemento{}, referencia{};
    std::string complexidades{};  ///< "AB MC AC", those it has.
};

struct EquipeNaLista {
    std::string ine{};
    std::string tipo{};   ///< Its sigla, "ESF".
    std::string area{};
    std::string nome{};
    bool ativa = true;
};

/// One lotação in a unit or a team, by its person.
struct Lotado {
    std::string profissional{};  ///< Id.
    std::string nome{}, cpf{}, cns{};
    std::string cbo{};
    std::string equipe{};     ///< Its name, "" without a team.
    std::string microarea{};
    bool ativa = true;
};

struct EquipeCompleta {
    EquipeNaLista equipe{};
    std::string tipo_codigo{}, descricao{}, area_descricao{};
    std::string desativada_em{};  ///< AAAA-MM-DD, or "".
};

struct LotadoFilter {
    std::string ine{};        ///< "": of the whole unit.
    bool inativos = false;    ///< «Mostrar profissionais sem lotação ativa».
    std::int64_t page = 1;
};

/// Errors of every method: `unavailable` DB-0004.
class UnidadeStore {
public:
    virtual ~UnidadeStore() = default;
    /// In the order of their names, with the inactive ones.
    virtual Result<Page<UnidadeNaLista>> list(const Ibge& municipio, const Words& words, std::string_view cnes, std::int64_t page) = 0;
    /// The active ones, in the order of their names; at most `kUnidadesMax`.
    virtual Result<std::vector<UnidadeNaLista>> active(const Ibge& municipio) = 0;
    virtual Result<std::optional<UnidadeCompleta>> find(const Ibge& municipio, std::string_view cnes) = 0;
    /// In the order of their names; at most `kEquipesMax`.
    virtual Result<std::vector<EquipeNaLista>> equipes(const Ibge& municipio, std::string_view cnes, bool inativas) = 0;
    virtual Result<std::optional<EquipeCompleta>> find_equipe(const Ibge& municipio, std::string_view cnes, std::string_view ine) = 0;
    /// In the order of their names.
    virtual Result<Page<Lotado>> lotados(const Ibge& municipio, std::string_view cnes, const LotadoFilter& filter) = 0;
};
inline constexpr int kUnidadesMax = 5000, kEquipesMax = 500;

/// A kind of service, and why the CNES lets us say that it is offered.
struct TipoServico {
    std::string nome{};
    std::string origem{};
};
/// What the file of the CNES tells of the services of a unit: its levels of care and its kinds of teams. The file
/// has no list of services of its own. Source: XML-ESUS-APS; manual PEC 3.4.2.
std::vector<TipoServico> tipos_servico_of(const UnidadeCompleta& unidade, const std::vector<EquipeNaLista>& equipes);

}  // namespace aroeira::estabelecimentos
