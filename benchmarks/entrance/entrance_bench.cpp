// SPDX-License-Identifier: Apache-2.0
// Entering, against its password function alone; and what each request pays to prove its permission, against SQLite
// alone finding the same session.
#include <sqlite3.h>

#include <cstdlib>
#include <string>

#include "benchmarks/support/measure.hpp"
#include "benchmarks/support/program.hpp"
#include "modules/identity/http/session_gate.hpp"
#include "modules/identity/operations/log_in.hpp"
#include "modules/identity/operations/manage_usuarios.hpp"
#include "platform/crypto/crypto.hpp"

namespace {

using namespace aroeira;
using bench::must;
using identity::Permission;

constexpr double kLoginMust = 0.7, kLoginAim = 0.9, kCheckMust = 0.3, kCheckAim = 0.5;
constexpr std::string_view kPassword = "quatro-ipes-2026";
constexpr int kChecks = 100;

/// The floor: the row of the session, with what it is joined to.
class Alone {
public:
    Alone(const std::string& path, std::string token_hash) : token_hash_(std::move(token_hash)) {
        sqlite3_open(path.c_str(), &base_);
        const char* sql = "SELECT s.csrf, s.vista_ms, s.expira_ms, u.nome, u.ativo, a.municipio, p.nome, p.tipo_acesso FROM sessao s "
                          "JOIN usuario u ON u.id = s.usuario JOIN acesso a ON a.id = s.acesso AND a.ativo = 1 "
                          "JOIN perfil p ON p.municipio = '' AND p.id = a.perfil WHERE s.token = ?1";
        if (sqlite3_prepare_v2(base_, sql, -1, &find_, nullptr) != SQLITE_OK) std::exit(2);
    }
    ~Alone() {
        sqlite3_finalize(find_);
        sqlite3_close(base_);
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;
    void find() {
        sqlite3_exec(base_, "BEGIN", nullptr, nullptr, nullptr);
        sqlite3_bind_text(find_, 1, token_hash_.data(), static_cast<int>(token_hash_.size()), SQLITE_STATIC);
        if (sqlite3_step(find_) != SQLITE_ROW) std::exit(3);
        sqlite3_reset(find_);
        sqlite3_exec(base_, "COMMIT", nullptr, nullptr, nullptr);
    }

private:
    std::string token_hash_;
    sqlite3* base_ = nullptr;
    sqlite3_stmt* find_ = nullptr;
};

}  // namespace

int main() {
    bench::Program program("aroeira-entrance-bench");
    const auto cpf = must(Cpf::parse("52998224725"));
    const auto may = program->gate().console<Permission::usuarios_gerenciar>();
    must(identity::create_usuario(may, {.cpf = cpf, .nome = "Pessoa", .senha = std::string(kPassword), .trocar_senha = false,
                                        .acessos = {{.perfil = "instalador"}}, .termo_aceito = true}, program->people()));
    const auto enter = [&] { return must(identity::log_in({.cpf = cpf, .password = kPassword, .address = "10.0.0.1"}, program->people())); };

    const auto hash = must(crypto::hash_password(kPassword));
    const auto entered = bench::compare([&]() -> std::size_t { return enter().token.empty() ? 0 : 1; },
                                        [&]() -> std::size_t { return crypto::verify_password(hash, kPassword) ? 1 : 0; });
    bench::print({.id = "entrar", .value = entered.ours, .unit = "entrada/s", .against = "Argon2id só", .floor = entered.theirs,
                  .ratio = entered.ratio, .must = kLoginMust, .aim = kLoginAim});

    const auto session = enter();
    http::Request request;
    request.headers.emplace_back("cookie", std::string(identity::kPersonCookie) + "=" + session.token);
    request.remote_address = "10.0.0.1";
    Alone alone(program.database(), session.sessao.token_hash);
    const auto checked = bench::compare(
        [&]() -> std::size_t {
            for (int i = 0; i < kChecks; ++i) must(program->gate().grant<Permission::instalacao_configurar>(request));
            return kChecks;
        },
        [&]() -> std::size_t {
            for (int i = 0; i < kChecks; ++i) alone.find();
            return kChecks;
        });
    bench::print({.id = "conferir a permissão de um pedido", .value = checked.ours, .unit = "pedido/s", .against = "SQLite só",
                  .floor = checked.theirs, .ratio = checked.ratio, .must = kCheckMust, .aim = kCheckAim});
}
