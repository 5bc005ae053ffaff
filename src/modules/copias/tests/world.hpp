// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/copias/module.hpp"
#include "modules/instalacoes/store/sql_municipio_store.hpp"
#include "modules/instalacoes/store/sql_settings_store.hpp"
#include "modules/instalacoes/tests/world.hpp"
#include "platform/jobs/jobs.hpp"

/// The module over a real database and a real folder, with a trail and a clock the test owns.
namespace aroeira::copias::testing {

inline constexpr std::string_view kPhrase = "quatro palavras bem longas";

class World {
public:
    explicit World(db::Database& database) : database_(database) {
        test::must(database.write([](db::Session& session) {
            return instalacoes::SqlSettingsStore(session).put("instalacao.id", "01900000-0000-7000-8000-000000000000");
        }));
    }
    MayCopy may() { return gate.as<identity::Permission::instalacao_configurar>({.key = "console"}); }
    [[nodiscard]] std::string path(const std::string& name) const { return folder.file(name); }

    test::TemporaryFolder folder;
    FixedClock clock{from_ms(1'787'000'000'000)};
    SystemIdSource ids;
    std::vector<audit::Entry> events;
    instalacoes::testing::OpenGate gate;
    const backup::Lock lock = test::must(backup::lock_of(kPhrase, {1, 8}));

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        const auto with_session = [&](db::Session& session) {
            SqlCopiaStore copias(session);
            instalacoes::SqlMunicipioStore municipios(session);
            instalacoes::SqlSettingsStore settings(session);
            instalacoes::testing::BufferTrail trail(events);
            Ports ports{copias, municipios, settings, trail, session};
            return body(ports);
        };
        return writes ? database_.write(with_session) : database_.read(with_session);
    }
    db::Database& database_;

public:
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }),
                      database_, clock, ids, "1.0", [] { return Result<std::vector<backup::File>>(std::vector<backup::File>{{"mestra.key", "chave"}}); }};
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

/// A run of the routine that nobody cancels, unless the test does.
class Night final : public jobs::Context {
public:
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return "{}"; }
    [[nodiscard]] std::string_view cursor() const override { return ""; }
    void progress(std::string_view, std::int64_t, std::int64_t) override {}
    Result<void> save_cursor(db::Session&, std::string_view, std::int64_t, std::int64_t) override { return {}; }
    [[nodiscard]] bool should_stop() const override { return stop; }
    void again_at(Instant at) override { again = at; }
    bool stop = false;
    std::optional<Instant> again{};

private:
    jobs::TrabalhoId id_ = SystemIdSource().make<jobs::Trabalho>();
};

}  // namespace aroeira::copias::testing
