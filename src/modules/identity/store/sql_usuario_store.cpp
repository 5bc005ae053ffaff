// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_usuario_store.hpp"

#include "modules/identity/store/columns.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kAdministered{"identity.administered", R"sql(
    SELECT 1 FROM acesso a JOIN usuario u ON u.id = a.usuario WHERE a.perfil = $1 AND a.ativo = 1 AND u.ativo = 1 LIMIT 1
)sql"};

constexpr db::Query kFind{"identity.find_usuario", R"sql(
    SELECT id, cpf, nome, senha, senha_anterior, trocar_senha, ativo, bloqueado_ms, ultimo_acesso_ms, criado_ms,
           senha_desde_ms, redefinicao
      FROM usuario WHERE id = $1
)sql"};

constexpr db::Query kFindByCpf{"identity.find_usuario_by_cpf", R"sql(
    SELECT id, cpf, nome, senha, senha_anterior, trocar_senha, ativo, bloqueado_ms, ultimo_acesso_ms, criado_ms,
           senha_desde_ms, redefinicao
      FROM usuario WHERE cpf = $1
)sql"};

constexpr db::Query kInsert{"identity.insert_usuario", R"sql(
    INSERT INTO usuario (id, cpf, nome, senha, senha_anterior, trocar_senha, ativo, bloqueado_ms, ultimo_acesso_ms,
                         criado_ms, senha_desde_ms, redefinicao)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (cpf) DO NOTHING
)sql"};

constexpr db::Query kUpdate{"identity.update_usuario", R"sql(
    UPDATE usuario
       SET nome = $2, senha = $3, senha_anterior = $4, trocar_senha = $5, ativo = $6, bloqueado_ms = $7,
           ultimo_acesso_ms = $8, senha_desde_ms = $9, redefinicao = $10
     WHERE id = $1
)sql"};

constexpr db::Query kAcessos{"identity.acessos_of", R"sql(
    SELECT a.id, a.usuario, a.municipio, a.lotacao,
           COALESCE(m.municipio, p.municipio), a.perfil, COALESCE(m.nome, p.nome), COALESCE(m.tipo, p.tipo),
           COALESCE(m.tipo_acesso, p.tipo_acesso), COALESCE(m.padrao, p.padrao), COALESCE(m.editado, p.editado),
           COALESCE(m.versao, p.versao)
      FROM acesso a
      LEFT JOIN perfil m ON m.municipio = a.municipio AND m.id = a.perfil
      LEFT JOIN perfil p ON p.municipio = '' AND p.id = a.perfil
     WHERE a.usuario = $1 AND a.ativo = 1 AND COALESCE(m.ativo, p.ativo) = 1
     ORDER BY a.perfil, COALESCE(a.municipio, ''), a.id
)sql"};

constexpr db::Query kAcessosOfLotacao{"identity.acessos_of_lotacao", R"sql(
    SELECT id, usuario, perfil FROM acesso WHERE municipio = $1 AND lotacao = $2 AND ativo = 1 ORDER BY perfil, id
)sql"};

constexpr db::Query kInactivateAcesso{"identity.inactivate_acesso", "UPDATE acesso SET ativo = 0 WHERE id = $1"};

constexpr db::Query kAnotherAdministrator{"identity.another_administrator", R"sql(
    SELECT 1 FROM acesso a JOIN usuario u ON u.id = a.usuario
     WHERE a.perfil = $2 AND a.ativo = 1 AND a.usuario <> $1
       AND u.ativo = 1 AND u.bloqueado_ms IS NULL AND u.senha <> '' LIMIT 1
)sql"};

constexpr db::Query kInsertAcesso{"identity.insert_acesso", R"sql(
    INSERT INTO acesso (id, usuario, perfil, municipio, lotacao, ativo) VALUES ($1, $2, $3, $4, $5, 1)
)sql"};

constexpr db::Query kTermo{"identity.termo_of", "SELECT termo FROM usuario WHERE id = $1"};
constexpr db::Query kAcceptTermo{"identity.accept_termo", "UPDATE usuario SET termo = $2 WHERE id = $1 AND termo < $2"};

constexpr db::Query kRemoveConvites{"identity.remove_convites", R"sql(
    DELETE FROM convite WHERE COALESCE(usuario, '') = $1
)sql"};

constexpr db::Query kInsertConvite{"identity.insert_convite", R"sql(
    INSERT INTO convite (codigo, usuario, expira_ms) VALUES ($1, $2, $3)
)sql"};

constexpr db::Query kFindConvite{"identity.find_convite", "SELECT usuario, expira_ms FROM convite WHERE codigo = $1"};
constexpr db::Query kTakeConvite{"identity.take_convite", R"sql(
    DELETE FROM convite WHERE codigo = $1 RETURNING usuario, expira_ms
)sql"};

Usuario usuario_of(const db::Row& row) {
    Usuario usuario{.id = columns::identifier<UsuarioId>(row, 0), .cpf = columns::identifier<Cpf>(row, 1)};
    usuario.nome = row.string(2);
    usuario.senha = row.string(3);
    usuario.senha_anterior = row.string(4);
    usuario.trocar_senha = row.flag(5);
    usuario.ativo = row.flag(6);
    usuario.bloqueado = columns::optional_instant(row, 7);
    usuario.ultimo_acesso = columns::optional_instant(row, 8);
    usuario.criado = columns::instant(row, 9);
    usuario.senha_desde = columns::optional_instant(row, 10);
    usuario.redefinicao = row.integer(11);
    return usuario;
}

Convite convite_of(const db::Row& row) {
    return {columns::optional_identifier<UsuarioId>(row, 0), columns::instant(row, 1)};
}

}  // namespace

Result<bool> SqlUsuarioStore::administered() {
    AROEIRA_TRY(const auto one, session_.first(kAdministered, {perfil_padrao::instalador}, [](const db::Row&) { return true; }));
    return one.has_value();
}

Result<std::optional<Usuario>> SqlUsuarioStore::find(const UsuarioId& id) {
    return session_.first(kFind, {id}, usuario_of);
}

Result<std::optional<Usuario>> SqlUsuarioStore::find_by_cpf(const Cpf& cpf) {
    return session_.first(kFindByCpf, {cpf}, usuario_of);
}

Result<void> SqlUsuarioStore::insert(const Usuario& u) {
    AROEIRA_TRY(const auto rows, session_.run(kInsert, {u.id, u.cpf, u.nome, u.senha, u.senha_anterior, u.trocar_senha,
                                                        u.ativo, columns::ms(u.bloqueado), columns::ms(u.ultimo_acesso),
                                                        to_ms(u.criado), columns::ms(u.senha_desde), u.redefinicao}));
    if (rows == 0)
        return Error{ErrorKind::conflict, "ACESSO-0021", "Já existe um usuário com este CPF.",
                     {{"ACESSO-0021", "cpf", "Este CPF já está cadastrado.", "Confira o CPF ou edite o usuário existente."}}};
    return {};
}

Result<void> SqlUsuarioStore::update(const Usuario& u) {
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {u.id, u.nome, u.senha, u.senha_anterior, u.trocar_senha, u.ativo,
                                                        columns::ms(u.bloqueado), columns::ms(u.ultimo_acesso),
                                                        columns::ms(u.senha_desde), u.redefinicao}));
    if (rows == 0) return Error{ErrorKind::not_found, "ACESSO-0022", "Usuário não encontrado."};
    return {};
}

Result<std::vector<Acesso>> SqlUsuarioStore::acessos_of(const UsuarioId& usuario) {
    std::vector<Acesso> acessos;
    AROEIRA_CHECK(session_.each(kAcessos, {usuario}, [&](const db::Row& row) {
        if (auto perfil = columns::perfil(row, 4))
            acessos.push_back({columns::identifier<AcessoId>(row, 0), columns::identifier<UsuarioId>(row, 1), perfil->id,
                               columns::optional_identifier<Ibge>(row, 2), row.optional_string(3), std::move(*perfil)});
        return true;
    }));
    return acessos;
}

Result<std::vector<Acesso>> SqlUsuarioStore::acessos_of_lotacao(const Ibge& municipio, std::string_view lotacao) {
    return session_.all(kAcessosOfLotacao, {municipio, lotacao}, [&](const db::Row& row) {
        return Acesso{columns::identifier<AcessoId>(row, 0), columns::identifier<UsuarioId>(row, 1), row.string(2), municipio,
                      std::string(lotacao)};
    });
}

Result<void> SqlUsuarioStore::inactivate_acesso(const AcessoId& acesso) {
    AROEIRA_CHECK(session_.run(kInactivateAcesso, {acesso}));
    return {};
}

Result<bool> SqlUsuarioStore::another_administrator(const UsuarioId& usuario) {
    AROEIRA_TRY(const auto one, session_.first(kAnotherAdministrator, {usuario, perfil_padrao::instalador}, [](const db::Row&) { return true; }));
    return one.has_value();
}

Result<void> SqlUsuarioStore::insert_acesso(const Acesso& acesso) {
    AROEIRA_CHECK(session_.run(kInsertAcesso, {acesso.id, acesso.usuario, acesso.perfil, acesso.municipio, acesso.lotacao}));
    return {};
}

Result<std::int64_t> SqlUsuarioStore::termo_of(const UsuarioId& usuario) {
    AROEIRA_TRY(const auto found, session_.first(kTermo, {usuario}, [](const db::Row& row) { return row.integer(0); }));
    return found.value_or(0);
}

Result<bool> SqlUsuarioStore::accept_termo(const UsuarioId& usuario, std::int64_t versao) {
    AROEIRA_TRY(const auto rows, session_.run(kAcceptTermo, {usuario, versao}));
    return rows > 0;
}

Result<void> SqlUsuarioStore::put_convite(std::string_view code_hash, const Convite& convite) {
    const std::string_view owner = convite.usuario ? convite.usuario->text() : std::string_view();
    AROEIRA_CHECK(session_.run(kRemoveConvites, {owner}));
    AROEIRA_CHECK(session_.run(kInsertConvite, {code_hash, convite.usuario, to_ms(convite.expira)}));
    return {};
}

Result<std::optional<Convite>> SqlUsuarioStore::find_convite(std::string_view code_hash) {
    return session_.first(kFindConvite, {code_hash}, convite_of);
}

Result<std::optional<Convite>> SqlUsuarioStore::take_convite(std::string_view code_hash) {
    return session_.first(kTakeConvite, {code_hash}, convite_of);
}

}  // namespace aroeira::identity
