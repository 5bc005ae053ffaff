// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>

#include "modules/estabelecimentos/store/sql_quadro.hpp"
#include "modules/fichas/store/sql_ficha_news.hpp"
#include "modules/fichas/tests/written.hpp"
#include "modules/instalacoes/store/sql_settings_store.hpp"
#include "modules/relatorios/operations/process_reports.hpp"
#include "modules/relatorios/store/sql_contadas_store.hpp"
#include "modules/relatorios/store/sql_controle_store.hpp"
#include "modules/relatorios/store/sql_soma_store.hpp"

/// Reports over a real database, beside the recebimento that fills it.
namespace aroeira::relatorios::testing {

using fichas::testing::aracaju;
using fichas::testing::code_of_failure;
using fichas::testing::Visita;
using fichas::testing::written;
using fichas::testing::zip_of;

inline const Contador& contador() {
    static const Contador one = test::must(Contador::make());
    return one;
}

class OnlyAracaju final : public instalacoes::MunicipiosAtivos {
public:
    Result<std::optional<instalacoes::MunicipioAtivo>> find(const Ibge& ibge) override {
        if (ibge != aracaju()) return std::optional<instalacoes::MunicipioAtivo>();
        return std::optional(municipio());
    }
    Result<std::vector<instalacoes::MunicipioAtivo>> list() override { return std::vector{municipio()}; }
    static instalacoes::MunicipioAtivo municipio() { return {aracaju(), "Aracaju", "SE", "America/Maceio", -180}; }
};

class World {
public:
    explicit World(db::Database& database) : received(database), database_(database) {}

    template <class F>
    auto read(F&& body) { return services.unit.read(std::forward<F>(body)); }
    template <class F>
    auto write(F&& body) { return services.unit.write(std::forward<F>(body)); }

    /// Everything kept of the reports, as it is in the database.
    std::vector<std::string> dump() {
        std::vector<std::string> rows;
        for (const auto* sql : {"SELECT relatorio, grao, periodo, cnes, ine, cbo, profissional, soma FROM relatorio_soma ORDER BY 1, 2, 3, 4, 5, 6, 7",
                                "SELECT lote, '', '', '', '', '', '', marcas FROM relatorio_contada ORDER BY 1, bloco"})
            test::must(read([&](Ports& ports) {
                return ports.session.each({"test.dump", sql}, {}, [&](const db::Row& row) {
                    std::string line;
                    for (int i = 0; i < 7; ++i) line += row.string(i) + " ";
                    rows.push_back(line + std::string(row.blob(7)));
                    return true;
                });
            }));
        for (const auto& one : fichas_of_cadastros()) rows.push_back(one);
        return rows;
    }
    std::vector<std::string> fichas_of_cadastros() {
        return test::must(read([](Ports& ports) {
            return ports.session.all({"test.cadastros", "SELECT origem, uuid, versao, vigente FROM relatorio_cadastro ORDER BY 1, 2"}, {},
                                     [](const db::Row& row) {
                                         return row.string(0) + " " + row.string(1) + " " + std::to_string(row.integer(2)) + " " +
                                                std::to_string(row.integer(3));
                                     });
        }));
    }
    /// How much a line of a group of a report counts, in all days and lotações.
    std::int64_t counted(std::string_view relatorio, std::string_view grupo, std::string_view linha) {
        const auto& declared = *find_relatorio(relatorio);
        const auto grupos = contador().grupos(declared);
        std::int64_t sum = 0;
        test::must(read([&](Ports& ports) {
            return ports.somas.each(aracaju(), relatorio, {Grao::mes, "000000", "999999"}, {}, [&](const Soma&, std::string_view packed) {
                Contadores::each_packed(packed, [&](std::uint8_t at, std::string_view line, std::string_view, std::int64_t n) {
                    if (grupos.at(at).codigo == grupo && contador().linha(declared, at, line) == linha) sum += n;
                });
            });
        }));
        return sum;
    }
    void run_sql(const std::string& sql) {
        test::must(write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run(db::Query{"test.sql", sql}));
            return {};
        }));
    }

    fichas::testing::World received;
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }),
                      received.clock, received.ids, contador(), [] {}};

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        const auto inside = [&](db::Session& session) {
            SqlSomaStore somas(session);
            SqlContadasStore contadas(session);
            SqlControleStore controle(session);
            fichas::SqlFichaNews news(session);
            estabelecimentos::SqlQuadro quadro(session);
            OnlyAracaju municipios;
            instalacoes::SqlSettingsStore settings(session);
            audit::SqlTrail trail(session, received.ids, received.clock);
            Ports ports{somas, contadas, controle, news, quadro, municipios, settings, trail, session};
            return body(ports);
        };
        return writes ? database_.write(inside) : database_.read(inside);
    }
    db::Database& database_;
};

/// A run of the job that ends where the test says: as when the program stops, or dies before a commit.
class ShortJob final : public jobs::Context {
public:
    explicit ShortJob(World& world, std::string cursor = "") : id_(world.received.ids.make<jobs::Trabalho>()), cursor_(std::move(cursor)) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return "{}"; }
    [[nodiscard]] std::string_view cursor() const override { return cursor_; }
    void progress(std::string_view, std::int64_t done, std::int64_t total) override { shown = {done, total}; }
    Result<void> save_cursor(db::Session&, std::string_view, std::int64_t, std::int64_t) override {
        if (commits_left-- <= 0) return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados não respondeu.", {}, "disco"};
        ++saves;
        return {};
    }
    [[nodiscard]] bool should_stop() const override { return saves >= stops_after; }
    void again_at(Instant at) override { again = at; }

    int saves = 0;
    int stops_after = 1'000'000;
    int commits_left = 1'000'000;
    std::pair<std::int64_t, std::int64_t> shown{};
    std::optional<Instant> again{};

private:
    jobs::TrabalhoId id_;
    std::string cursor_;
};

inline void process(World& world) {
    ShortJob job(world);
    test::must(process_reports(job, world.services));
}

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::relatorios::testing
