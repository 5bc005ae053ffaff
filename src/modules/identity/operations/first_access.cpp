// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/first_access.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/identity/domain/password_rule.hpp"
#include "modules/identity/operations/attempt.hpp"
#include "modules/identity/operations/change_password.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kNameBytesMax = 200;

Error worthless() {
    return {ErrorKind::invalid_input, "ACESSO-0037",
            "Este link não vale mais ou não é deste CPF. Confira o CPF ou peça um link novo ao administrador."};
}

/// The person the link is for; the first administrator is made here.
Result<Usuario> person_of(const Convite& convite, const FirstAccess& access, Ports& ports, const Services& services) {
    if (convite.usuario) {
        AROEIRA_TRY(const auto usuario, ports.usuarios.find(*convite.usuario));
        if (!usuario || !usuario->ativo || usuario->cpf != access.cpf) return worthless();
        return *usuario;
    }
    AROEIRA_TRY(const bool started, ports.usuarios.administered());
    if (started) return worthless();
    AROEIRA_CHECK(check_person_name(access.nome));
    // The CNES may have brought who administers, too.
    AROEIRA_TRY(const auto known, ports.usuarios.find_by_cpf(access.cpf));
    Usuario usuario = known.value_or(Usuario{.id = services.ids.make<Usuario>(), .cpf = access.cpf});
    usuario.nome = text::trim(access.nome);
    usuario.ativo = true;
    if (!known) {
        usuario.criado = services.clock.now();
        AROEIRA_CHECK(ports.usuarios.insert(usuario));
    }
    AROEIRA_CHECK(ports.usuarios.insert_acesso({services.ids.make<Acesso>(), usuario.id, std::string(perfil_padrao::instalador), {}, {}}));
    AROEIRA_CHECK(ports.trail.record({.event = known ? audit::Event::acesso_dado : audit::Event::usuario_criado, .actor = std::string(usuario.id.text()),
                                      .address = std::string(access.address), .entity = "usuario",
                                      .entity_id = std::string(usuario.id.text())}));
    return usuario;
}

/// What was kept as the previous one stays so when there is no current one to take its place.
const std::string& last_password_of(const Usuario& usuario) {
    return usuario.senha.empty() ? usuario.senha_anterior : usuario.senha;
}

/// The hash to keep; "" for a link nobody has, which costs us two reads and no Argon2.
Result<std::string> hash_for(const std::string& code_hash, const FirstAccess& access, Instant now, const Services& services) {
    std::string before;
    AROEIRA_TRY(const bool known, services.unit.read([&](Ports& ports) -> Result<bool> {
        AROEIRA_TRY(const auto policy, ports.settings.policy());
        AROEIRA_CHECK(check_address(access.address, policy, ports, now));
        AROEIRA_TRY(const auto convite, ports.usuarios.find_convite(code_hash));
        if (!convite || !convite->usuario) return convite.has_value();
        AROEIRA_TRY(const auto usuario, ports.usuarios.find(*convite->usuario));
        if (usuario) before = last_password_of(*usuario);
        return true;
    }));
    if (!known) return std::string();
    if (!before.empty() && services.secrets.verify_password(before, access.password))
        return Error{ErrorKind::invalid_input, "ACESSO-0020", "A senha nova não pode ser aceita.",
                     {{"ACESSO-0020", "senha", "A senha nova deve ser diferente da anterior.", "Escolha outra senha."}}};
    return services.secrets.hash_password(access.password);
}

Result<Entered> enter(const FirstAccess& access, const std::string& code_hash, const std::string& password_hash, Ports& ports,
                      const Services& services) {
    // A refusal rolls back, so that a typing mistake does not use the link up.
    AROEIRA_TRY(const auto convite, ports.usuarios.take_convite(code_hash));
    if (!convite || services.clock.now() >= convite->expira) return worthless();
    AROEIRA_TRY(auto usuario, person_of(*convite, access, ports, services));
    const std::string previous = last_password_of(usuario);
    AROEIRA_CHECK(keep_password(usuario, password_hash, ports, services));
    usuario.senha_anterior = previous;
    AROEIRA_CHECK(ports.sessoes.remove_others(usuario.id, ""));
    AROEIRA_CHECK(ports.trail.record({.event = audit::Event::senha_alterada, .actor = std::string(usuario.id.text()),
                                      .address = std::string(access.address), .entity = "usuario",
                                      .entity_id = std::string(usuario.id.text())}));
    return open_session({.usuario = usuario, .address = access.address}, ports, services);
}

}  // namespace

Result<void> check_person_name(std::string_view name) {
    const auto trimmed = text::trim(name);
    const bool control = std::any_of(trimmed.begin(), trimmed.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (trimmed.size() >= 3 && trimmed.size() <= kNameBytesMax && !control) return {};
    return Error{ErrorKind::invalid_input, "ACESSO-0035", "Informe o nome completo.",
                 {{"ACESSO-0035", "nome", "O nome está vazio, é curto ou longo demais.", "Digite nome e sobrenome."}}};
}

Result<Entered> use_first_access(const FirstAccess& access, const Services& services) {
    AROEIRA_CHECK(check_password(access.password, "senha"));
    const Instant now = services.clock.now();
    const std::string code_hash = hash_of_token(access.code);
    AROEIRA_TRY(const auto password_hash, hash_for(code_hash, access, now, services));
    auto entered = services.unit.write([&](Ports& ports) { return enter(access, code_hash, password_hash, ports, services); });
    if (!entered && entered.error().code == ErrorCode("ACESSO-0037"))
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto policy, ports.settings.policy());
            AROEIRA_CHECK(ports.tentativas.count(address_key(access.address), policy.address_window, now));
            return ports.trail.record({.event = audit::Event::login_falha, .actor = "", .address = std::string(access.address),
                                       .entity = "convite", .entity_id = "", .details = R"({"motivo":"convite"})"});
        }));
    return entered;
}

}  // namespace aroeira::identity
