// SPDX-License-Identifier: Apache-2.0
#include "app/demo/accounts.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "base/embedded.hpp"

namespace aroeira::app::demo {
namespace {

constexpr std::string_view kSenha = "demonstracao-2026";
constexpr std::string_view kAddressFile = "ceps.csv";

struct Conta {
    std::string_view cpf;
    std::string_view nome;
    std::string_view perfil;
    std::string_view descricao;
    std::optional<std::string_view> segundo{};  ///< Chosen after the login.
};
// CPFs of documentation: valid digits, used as examples everywhere. The two nurses are also in the CNES of db/demo.
constexpr std::array kContas{
    Conta{"52998224725", "Administração da Instalação", identity::perfil_padrao::instalador, "administrador da instalação"},
    Conta{kMunicipalAdministrator, "Administração Municipal", identity::perfil_padrao::administrador_municipal, "administrador municipal"},
    Conta{"16899535009", "Gestão Municipal", "gestor_municipal", "gestor municipal"},
    Conta{"98765432100", "Coordenação da Unidade", "coordenador_ubs", "coordenador de UBS"},
    Conta{"39053344705", "Enfermagem Demonstração", identity::perfil_padrao::enfermeiro, "enfermeiro"},
    Conta{kCoordinator, "Coordenação Demonstração", identity::perfil_padrao::administrador_municipal, "administrador municipal e enfermeiro",
          identity::perfil_padrao::enfermeiro},
};

identity::NewAcesso acesso_of(std::string_view perfil, const Ibge& municipio) {
    identity::NewAcesso acesso{.perfil = std::string(perfil)};
    if (perfil != identity::perfil_padrao::instalador) acesso.municipio = municipio;
    return acesso;
}

Result<void> make_account(App& app, const Conta& conta, const Ibge& ibge) {
    AROEIRA_TRY(const auto cpf, Cpf::parse(conta.cpf));
    AROEIRA_TRY(const auto known, app.people().unit.read([&](identity::Ports& ports) { return ports.usuarios.find_by_cpf(cpf); }));
    if (known) return {};
    std::vector acessos{acesso_of(conta.perfil, ibge)};
    if (conta.segundo) acessos.push_back(acesso_of(*conta.segundo, ibge));
    const auto may = app.gate().console<identity::Permission::usuarios_gerenciar>();
    AROEIRA_CHECK(identity::create_usuario(may, {.cpf = cpf, .nome = std::string(conta.nome), .senha = std::string(kSenha),
                                                 .trocar_senha = false, .acessos = std::move(acessos), .termo_aceito = true},
                                           app.people()));
    return {};
}

/// The sample of addresses, where nobody imported a base.
Result<void> make_addresses(App& app) {
    for (const auto& file : embedded::demo()) {
        if (file.name != kAddressFile) continue;
        const auto may = app.gate().console<identity::Permission::municipios_gerenciar>();
        AROEIRA_CHECK(estabelecimentos::import_ceps(may, file.bytes, app.registry()));
    }
    return {};
}

}  // namespace

Result<void> make_accounts(App& app) {
    AROEIRA_TRY(const auto ibge, Ibge::parse(kMunicipio));
    const auto activate = app.gate().console<identity::Permission::municipios_gerenciar>();
    AROEIRA_CHECK(instalacoes::activate_municipio(activate, ibge, app.installation()));
    for (const auto& conta : kContas) AROEIRA_CHECK(make_account(app, conta, ibge));
    return make_addresses(app);
}

void print_accounts() {
    std::printf("Contas de demonstração (senha %.*s):\n", static_cast<int>(kSenha.size()), kSenha.data());
    for (const auto& conta : kContas)
        std::printf("  %.*s  %.*s\n", static_cast<int>(conta.cpf.size()), conta.cpf.data(), static_cast<int>(conta.descricao.size()),
                    conta.descricao.data());
}

}  // namespace aroeira::app::demo
