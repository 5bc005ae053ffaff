// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "modules/identity/operations/log_in.hpp"
#include "modules/identity/operations/manage_usuarios.hpp"
#include "modules/identity/operations/prepare_perfis.hpp"
#include "modules/identity/store/sql_credencial_store.hpp"
#include "modules/identity/store/sql_entrada_store.hpp"
#include "modules/identity/store/sql_perfil_store.hpp"
#include "modules/identity/store/sql_segundo_fator_store.hpp"
#include "modules/identity/store/sql_sessao_store.hpp"
#include "modules/identity/store/sql_usuario_store.hpp"
#include "platform/crypto/crypto.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// The module over a real database, with a trail, passwords and a clock the test owns.
namespace aroeira::identity::testing {

using test::code_of_failure;

inline const char* const kPassword = "girassol-42-azul";

inline const std::string kInstalador(perfil_padrao::instalador);
inline const std::string kMunicipal(perfil_padrao::administrador_municipal);
inline const std::string kEnfermeiro(perfil_padrao::enfermeiro);

/// The n-th CPF with right check digits.
inline Cpf cpf(int n) {
    std::string text = std::to_string(123456780 + n);
    for (int round = 0; round < 2; ++round) {
        int sum = 0;
        int weight = static_cast<int>(text.size()) + 1;
        for (const char c : text) sum += (c - '0') * weight--;
        text += static_cast<char>('0' + sum * 10 % 11 % 10);
    }
    return Cpf::parse(text).value();
}

inline Ibge ibge(const char* text = "2800308") { return Ibge::parse(text).value(); }
inline Ibge other_ibge() { return ibge("3550308"); }

class FakeSecrets final : public Secrets {
public:
    Result<std::string> hash_password(std::string_view password) override {
        ++work;
        return "hash:" + std::string(password);
    }
    bool verify_password(std::string_view hash, std::string_view password) override {
        ++work;
        if (on_verify) on_verify();
        return hash == "hash:" + std::string(password);
    }
    std::string token() override { return crypto::random_token(); }
    std::string fingerprint(std::string_view value) override { return crypto::hex(crypto::sha256(value)); }

    [[nodiscard]] std::string random(std::size_t bytes) const override { return crypto::random_bytes(bytes); }
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view context) const override {
        return "selado/" + std::string(context) + "/" + std::string(plain);
    }
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view context) const override {
        const std::string head = "selado/" + std::string(context) + "/";
        if (!sealed.starts_with(head)) return Error{ErrorKind::invalid_input, "CRYPTO-0004", "Não é deste lugar."};
        return std::string(sealed.substr(head.size()));
    }

    std::atomic<int> work{0};  ///< How often the expensive function ran.
    std::function<void()> on_verify{};
};

class FixedSettings final : public SecuritySettings {
public:
    Result<SecurityPolicy> policy() override { return chosen; }
    Result<bool> administrators_prove() override { return chosen.administrators_prove; }
    Result<OnlineReceiving> online_receiving() override { return receiving; }
    SecurityPolicy chosen{};
    OnlineReceiving receiving{};
};

class NamedPlaces final : public Places {
public:
    Result<Place> describe(const std::optional<Ibge>& municipio, const std::optional<std::string>&) override {
        Place place;
        if (municipio) place.municipio_nome = "Aracaju";
        return place;
    }
    Result<std::string> cns_of(const Ibge&, const Cpf&) override { return cns; }
    std::string cns{};  ///< Of everybody.
};

/// Keeps the events of transactions that were committed.
class BufferTrail final : public audit::Trail {
public:
    Result<void> record(const audit::Entry& entry) override {
        entries.push_back(entry);
        return {};
    }
    std::vector<audit::Entry> entries;
};

class World {
public:
    explicit World(db::Database& database) : database_(database) { test::must(prepare_perfis(services)); }

    Usuario add(int n, const std::vector<NewAcesso>& acessos = {{.perfil = kMunicipal, .municipio = ibge()}},
                bool trocar_senha = false) {
        const auto id = test::must(create_usuario(may, {.cpf = cpf(n), .nome = "Pessoa de Teste", .senha = kPassword,
                                                        .trocar_senha = trocar_senha, .acessos = acessos, .termo_aceito = true}, services));
        return usuario(id);
    }
    /// As a professional is registered, or comes with the CNES.
    void add_without_password(int n, const std::vector<NewAcesso>& acessos) {
        test::must(create_usuario(may, {.cpf = cpf(n), .nome = "Pessoa de Teste", .trocar_senha = false, .acessos = acessos, .termo_aceito = true}, services));
    }
    Usuario usuario(const UsuarioId& id) {
        return test::must(services.unit.read([&](Ports& ports) { return ports.usuarios.find(id); })).value();
    }
    Result<Entered> enter(int n, std::string_view password = kPassword, std::string_view address = "10.0.0.1") {
        return log_in({.cpf = cpf(n), .password = password, .address = address}, services);
    }
    std::optional<Sessao> stored(std::string_view token) {
        return test::must(services.unit.read([&](Ports& ports) { return ports.sessoes.find(hash_of_token(token)); }));
    }
    std::int64_t count(audit::Event event) {
        const std::lock_guard lock(mutex_);
        return std::count_if(events.begin(), events.end(), [&](const audit::Entry& e) { return e.event == event; });
    }

    FixedClock clock{from_ms(1'787'000'000'000)};
    SystemIdSource ids;
    FakeSecrets secrets;
    SeenBook seen;
    RefusalMeter meter{1000};
    PerfilBook book;
    FixedSettings settings;
    NamedPlaces places;
    std::vector<audit::Entry> events;
    std::vector<std::chrono::milliseconds> pauses;
    std::atomic<int> writes{0};

    Services services{Unit<Ports>([this](const auto& body) { return write(body); }, [this](const auto& body) { return read(body); }),
                      clock, ids, secrets, seen, meter, book, [this](std::chrono::milliseconds delay) {
                          const std::lock_guard lock(mutex_);
                          pauses.push_back(delay);
                      }};

    /// A gate nobody else has: proof for operations that ask for it.
    test::OpenGate gate;
    Granted<Permission::usuarios_gerenciar> may = gate.console<Permission::usuarios_gerenciar>();

private:
    struct Stores {
        explicit Stores(db::Session& session) : usuarios(session), perfis(session), sessoes(session), tentativas(session), credenciais(session), fatores(session), entradas(session) {}
        SqlUsuarioStore usuarios;
        SqlPerfilStore perfis;
        SqlSessaoStore sessoes;
        SqlTentativaStore tentativas;
        SqlCredencialStore credenciais;
        SqlSegundoFatorStore fatores;
        SqlEntradaStore entradas;
        BufferTrail trail;
    };
    Result<void> write(const Unit<Ports>::Body& body) {
        ++writes;
        std::vector<audit::Entry> happened;
        auto done = database_.write([&](db::Session& session) {
            Stores stores(session);
            Ports ports{stores.usuarios, stores.perfis, stores.sessoes, stores.tentativas, stores.credenciais, stores.fatores, stores.entradas, stores.trail, settings, places};
            auto result = body(ports);
            happened = stores.trail.entries;
            return result;
        });
        if (done) {
            const std::lock_guard lock(mutex_);
            events.insert(events.end(), happened.begin(), happened.end());
        }
        return done;
    }
    Result<void> read(const Unit<Ports>::Body& body) {
        return database_.read([&](db::Session& session) {
            Stores stores(session);
            Ports ports{stores.usuarios, stores.perfis, stores.sessoes, stores.tentativas, stores.credenciais, stores.fatores, stores.entradas, stores.trail, settings, places};
            return body(ports);
        });
    }

    db::Database& database_;
    std::mutex mutex_;
};

/// Runs `test` in a new world on each engine.
inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::identity::testing
