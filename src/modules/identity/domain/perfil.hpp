// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/result.hpp"
#include "modules/identity/api/permission.hpp"

namespace aroeira::identity {

/// Source: manual PEC 3.6.1, Quadro 3.2.
enum class TipoPerfil : std::uint8_t { administracao, coordenacao, atendimento, gestor };

/// What an acesso with the perfil is bound to. The three a person chooses from are lotação and those of gestor; the two
/// of administrators belong to one standard perfil each.
/// Source: manual PEC 3.6.1.
enum class TipoAcesso : std::uint8_t { lotacao, gestor_municipal, gestor_estadual, administrador_municipal, administrador_instalacao };

inline bool administers(TipoAcesso tipo) { return tipo == TipoAcesso::administrador_municipal || tipo == TipoAcesso::administrador_instalacao; }

std::string_view code_of(TipoPerfil tipo);    ///< The spelling in the database and in the API.
std::string_view title_of(TipoPerfil tipo);   ///< What screens show.
std::string_view code_of(TipoAcesso tipo);
std::string_view title_of(TipoAcesso tipo);
std::optional<TipoPerfil> tipo_perfil_of(std::string_view code);
std::optional<TipoAcesso> tipo_acesso_of(std::string_view code);

/// Whether an acesso of this kind is bound to one município.
constexpr bool is_municipal(TipoAcesso tipo) {
    return tipo != TipoAcesso::administrador_instalacao && tipo != TipoAcesso::gestor_estadual;
}

/// The standard perfis this program itself names.
namespace perfil_padrao {
inline constexpr std::string_view instalador = "instalador";
inline constexpr std::string_view administrador_municipal = "administrador_municipal";
inline constexpr std::string_view enfermeiro = "enfermeiro";
}  // namespace perfil_padrao

/// A set of recursos with a name. A standard one is of the installation, until a município edits it: then that
/// município has its own row of it.
/// Source: manual PEC 3.6.
struct Perfil {
    std::optional<Ibge> municipio{};  ///< Whose row it is; absent: of the installation.
    std::string id{};                 ///< Code of a standard one ("medico"), or a UUID.
    std::string nome{};
    TipoPerfil tipo = TipoPerfil::atendimento;
    TipoAcesso acesso = TipoAcesso::lotacao;
    bool padrao = false;
    bool editado = false;  ///< Of a standard one: not as the version has it.
    bool ativo = true;
    std::int64_t versao = 1;

    /// Whether an acesso with it is bound to one município. What a município made never reaches past it.
    [[nodiscard]] bool municipal() const { return municipio.has_value() || is_municipal(acesso); }
    /// Its recursos are those of the version of the program, and not kept in the database.
    [[nodiscard]] bool as_shipped() const { return padrao && !editado; }
};

/// A recurso of a perfil as it is kept: inactive ones were offered by a version and taken away.
struct KeptRecurso {
    std::string caminho;
    bool ativo;
};

/// Which perfis of a município a list shows.
struct PerfilFilter {
    std::string busca{};         ///< Folded part of the name; "" for all.
    std::optional<bool> ativo{};
    std::int64_t page = 1;
};
inline constexpr std::int64_t kPerfisPerPage = 30;

struct PerfilPage {
    std::vector<Perfil> itens{};
    std::int64_t total = 0;
};

/// Who has a perfil in a município: how many, and the first names.
struct PerfilUse {
    std::int64_t usuarios = 0;
    std::vector<std::string> nomes{};
};
inline constexpr std::int64_t kNamesShown = 5;

/// Perfis and the recursos of those that are not as shipped.
class PerfilStore {
public:
    virtual ~PerfilStore() = default;
    /// The row of the município, or else of the installation.
    virtual Result<std::optional<Perfil>> find(const std::optional<Ibge>& municipio, std::string_view id) = 0;
    virtual Result<void> insert(const Perfil& perfil) = 0;
    /// Everything but its key, when `versao` is still the one read; the row gets the next one.
    /// False when somebody else was faster.
    virtual Result<bool> update(const Perfil& perfil) = 0;
    virtual Result<std::vector<KeptRecurso>> recursos(const Perfil& perfil) = 0;
    /// Lays these over what is kept: new ones are added, known ones changed, others stay.
    virtual Result<void> put_recursos(const Perfil& perfil, std::span<const KeptRecurso> recursos) = 0;
    /// Those a município sees, by name: its own rows, and of the installation where it has none.
    virtual Result<PerfilPage> list(const Ibge& municipio, const PerfilFilter& filter) = 0;
    /// The active ones of a kind that a município has, or the installation, by name; at most 500.
    virtual Result<std::vector<Perfil>> offered(const std::optional<Ibge>& municipio, TipoAcesso acesso) = 0;
    /// Another perfil the município sees has this name, but for case and accents.
    virtual Result<bool> name_taken(const Ibge& municipio, std::string_view nome, std::string_view but_id) = 0;
    virtual Result<PerfilUse> use_of(const Ibge& municipio, std::string_view id) = 0;
    /// False when somebody changed it meanwhile.
    virtual Result<bool> remove(const Perfil& perfil) = 0;
    /// The rows of a standard perfil that were edited, in whatever município.
    virtual Result<std::vector<Perfil>> edited(std::string_view id) = 0;
};

}  // namespace aroeira::identity
