// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/site.hpp"

#include <algorithm>
#include <limits>

#include "modules/audit/module.hpp"
#include "modules/fichas/module.hpp"
#include "modules/fichas/operations/evaluate.hpp"
#include "modules/fichas/operations/receive_lote.hpp"
#include "modules/fichas/operations/reprocess.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "modules/fichas/store/sql_valid_fichas.hpp"
#include "modules/fichas/tests/world.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/operations/ask_for_lotes.hpp"
#include "modules/transmission/operations/download_lote.hpp"
#include "modules/transmission/operations/find_lotes.hpp"
#include "modules/transmission/operations/mark_for_sending.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/catalogue.hpp"
#include "platform/db/migrate.hpp"
#include "tests/simulation/faulty_database.hpp"
#include "tests/simulation/stores.hpp"

namespace aroeira::simulation {

using fichas::testing::aracaju;

namespace {

constexpr auto kSenha = "a senha da simulação";
constexpr std::int64_t kFichasOfLote = 4;    // so that there are many lotes
constexpr std::int64_t kPartBytes = 700;     // and several parts of each

/// Everybody who shows a session of this run of the program is let in.
class SimulatedGate final : public identity::Gate {
public:
    template <identity::Permission P>
    identity::Granted<P> administrator() {
        return resume<P>("marina").value();
    }
    std::string open_session(std::string who) {
        const auto token = "s" + std::to_string(++opened_);
        sessions_[token] = std::move(who);
        return token;
    }
    void close_all() { sessions_.clear(); }

private:
    Result<identity::Actor> allow(identity::Permission, const http::Request& request) override {
        const auto found = sessions_.find(request.cookie("JSESSIONID"));
        if (found == sessions_.end()) return Error{ErrorKind::unauthenticated, "ACESSO-0001", "Entre para continuar."};
        return identity::Actor{.kind = identity::Actor::Kind::credencial, .key = found->second, .name = found->second, .address = "10.0.0.1"};
    }
    Result<identity::Actor> allow_again(identity::Permission, std::string_view, const std::optional<Ibge>&) override {
        return identity::Actor{.key = "marina", .name = "Marina Duarte", .address = "10.0.0.2"};
    }
    std::map<std::string, std::string, std::less<>> sessions_;
    std::uint64_t opened_ = 0;
};

/// A registry that does not know the second unidade until it is told.
class Registry final : public fichas::Catalogo {
public:
    explicit Registry(const bool& knows_all) : knows_all_(knows_all) {}
    [[nodiscard]] bool has_municipio(std::string_view) const override { return true; }
    [[nodiscard]] bool has_unidade(std::string_view, std::string_view cnes) const override { return knows_all_ || cnes == kFirstCnes; }
    [[nodiscard]] bool has_equipe(std::string_view, std::string_view) const override { return true; }
    [[nodiscard]] bool has_profissional(std::string_view, std::string_view) const override { return true; }
    [[nodiscard]] bool has_profissional_cpf(std::string_view, std::string_view) const override { return true; }

private:
    const bool& knows_all_;
};

}  // namespace

/// What dies in a crash.
struct Site::Program {
    Program(Site& owner, Sky& sky)
        : site(owner), database(*owner.disk_, sky.dice, sky.weather), transport(sky.network), ids(owner.clock, sky.dice),
          chance([&sky] { return static_cast<double>(sky.dice.below(1000)) / 1000; }) {}

    template <class Ports>
    Unit<Ports> unit(Ports Stores::*ports) {
        const auto inside = [this, ports](const typename Unit<Ports>::Body& body) {
            return [this, ports, &body](db::Session& session) {
                Stores stores(session, ids, site.clock, site.edition());
                return body(stores.*ports);
            };
        };
        return {[this, inside](const auto& body) { return database.write(inside(body)); },
                [this, inside](const auto& body) { return database.read(inside(body)); }};
    }
    std::map<std::string, jobs::Handler> all_jobs() {
        auto all = fichas::jobs(receiving);
        all.merge(transmission::jobs(sending));
        return all;
    }

    Site& site;
    FaultyDatabase database;
    SimulatedTransport transport;
    RepeatableIds ids;
    std::function<double()> chance;
    SimulatedGate gate;
    fichas::Services receiving{unit(&Stores::receiving), site.clock, ids,
                               [this](const Ibge& municipio) -> Result<std::unique_ptr<fichas::Evaluator>> {
                                   return fichas::make_evaluator({site.clock, std::make_shared<const Registry>(site.knows_all_unidades_), municipio,
                                                                  std::string(site.edition())});
                               },
                               [] {}};
    transmission::Services sending{unit(&Stores::sending), site.clock, ids, transport, site.vault_,
                                   [this](std::string_view, const Ibge&) -> Result<transmission::MayManage> {
                                       return gate.administrator<identity::Permission::transmissao_gerenciar>();
                                   },
                                   [] {}, {.fichas_max = kFichasOfLote}, chance};
    transmission::ArrivalServices arriving{unit(&Stores::arriving), site.clock,
                                           [](db::Session&, const Ibge&, const identity::Actor&) -> Result<bool> { return false; },
                                           [] {}, {.part_bytes_max = kPartBytes, .part_bytes_min = 1}};
    http::Router router{transmission::arrival_routes(gate, arriving)};
    jobs::Stepper stepper{database, site.clock, ids, all_jobs(), [](int attempt) { return std::chrono::seconds(1 << std::min(attempt, 9)); }};
};

Site::Site(std::string name, Sky& sky, const crypto::Vault& vault) : clock(sky.clock), name_(std::move(name)), sky_(sky), vault_(vault) {
    disk_ = test::must(db::open_sqlite({":memory:"}));
    test::must(db::migrate(*disk_, sky.clock));
    test::must(disk_->read([&](db::Session& session) {
        return session.each({"simulation.tables", "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"}, {},
                            [&](const db::Row& row) {
                                if (row.text(0) != "schema_migration") tables_.insert(row.string(0));
                                return true;
                            });
    }));
    sky.network.join(name_, *this);
}

Site::~Site() = default;

void Site::empty_database() {
    test::must(disk_->write([&](db::Session& session) -> Result<void> {
        for (const auto& table : tables_) {
            const std::string sql = table == "destino" ? "DELETE FROM destino WHERE origem <> 'nacional'" : "DELETE FROM " + table;
            AROEIRA_CHECK(session.run(db::Query{"simulation.empty", sql}));
        }
        return db::refill_derived(session, db::Engine::sqlite, db::derived());
    }));
}

void Site::begin(std::string_view tipo, const Site* above) {
    empty_database();
    knows_all_unidades_ = tipo != "centralizador_municipal";
    clock.skew = std::chrono::minutes(static_cast<int>(sky_.dice.below(121)) - 60);
    crashes_ = 0;
    sends_ = above != nullptr;
    program_ = std::make_unique<Program>(*this, sky_);
    test::must(disk_->write([&](db::Session& session) -> Result<void> {
        Stores stores(session, program_->ids, clock, edition());
        AROEIRA_CHECK(stores.municipios.activate({aracaju(), "Aracaju", "SE", "America/Maceio", -180}));
        const auto id = program_->ids.next();
        AROEIRA_CHECK(stores.settings.put_first(instalacoes::keys::kInstallationId, id.text()));
        AROEIRA_CHECK(stores.settings.put_card({id, name_, instalacoes::tipo_instalacao_of(tipo).value(), "SE"}));
        if (!above) return {};
        transmission::Destino destino{.id = program_->ids.make<transmission::Destino>(), .nome = above->name_};
        destino.endereco = "http://" + above->name_ + ":8080";
        destino.usuario = name_;
        AROEIRA_CHECK(stores.destinos.insert(destino));
        return stores.destinos.set_senha(destino.id, vault_.seal(kSenha, destino.id.text()));
    }));
    start();
}

/// What a program does as it starts; one that does not live through it is started again.
void Site::start() {
    for (bool ready = false; !ready;) {
        program_ = std::make_unique<Program>(*this, sky_);
        try {
            ready = transmission::ensure_routine(program_->sending).has_value();
        } catch (const Crash&) {
            ++crashes_;
        }
    }
}

client::Answer Site::hear(const client::Call& call) {
    if (call.url.ends_with("/api/recebimento/login"))
        return {200, {{"set-cookie", "JSESSIONID=" + program_->gate.open_session(call.url) + "; Path=/; HttpOnly"}}, ""};
    return answer_by(program_->router, call);
}

void Site::die() {
    ++crashes_;
    start();
}

/// What the program does, if it lives through it.
template <class F>
bool Site::alive(F&& act) {
    try {
        return act();
    } catch (const Crash&) {
        die();
        return false;
    }
}

bool Site::receive_file(const std::string& zip) {
    return alive([&] {
        const auto may = program_->gate.administrator<identity::Permission::fichas_importar>();
        return fichas::receive_lote(may, {.file_name = "lote.zip", .bytes = zip, .municipio = aracaju()}, program_->receiving).has_value();
    });
}

void Site::ask_for_lotes() {
    alive([&] {
        const auto may = program_->gate.administrator<identity::Permission::transmissao_gerenciar>();
        return transmission::ask_for_lotes(may, aracaju(), program_->sending).has_value();
    });
}

std::string Site::save_some_lote() {
    std::string zip;
    alive([&] {
        const auto may = program_->gate.administrator<identity::Permission::transmissao_gerenciar>();
        const auto page = transmission::list_lotes(may, aracaju(), {.page_size = 100}, program_->sending);
        if (!page || page->items.empty()) return false;
        const auto& lote = page->items[sky_.dice.below(page->items.size())];
        if (auto file = transmission::download_lote(may, aracaju(), lote.id, program_->sending)) zip = std::move(file->conteudo);
        return !zip.empty();
    });
    return zip;
}

void Site::learn_registry() {
    knows_all_unidades_ = true;
    alive([&] {
        return program_->receiving.unit.write([&](fichas::Ports& ports) {
            return fichas::ask_to_reprocess(ports.session, program_->ids, clock, aracaju(), edition(), "marina");
        }).has_value();
    });
}

bool Site::work(int most) {
    bool worked = false;
    for (int i = 0; i < most; ++i) {
        const bool again = alive([&] {
            const auto ran = program_->stepper.step();
            return ran && *ran;
        });
        if (!again) break;
        worked = true;
    }
    return worked;
}

void Site::hasten_some_lote() {
    alive([&] {
        const auto may = program_->gate.administrator<identity::Permission::transmissao_gerenciar>();
        const auto page = transmission::list_lotes(may, aracaju(), {.page_size = 100}, program_->sending);
        if (!page || page->items.empty()) return false;
        const auto& lote = page->items[sky_.dice.below(page->items.size())];
        return transmission::mark_for_sending(may, aracaju(), lote.id, program_->sending).has_value();
    });
}

void Site::hasten_stopped_lotes() {
    alive([&] {
        const auto may = program_->gate.administrator<identity::Permission::transmissao_gerenciar>();
        const auto page = transmission::list_lotes(may, aracaju(), {.situacao = transmission::SituacaoEnvio::parado, .page_size = 100}, program_->sending);
        if (!page) return false;
        for (const auto& lote : page->items) (void)transmission::mark_for_sending(may, aracaju(), lote.id, program_->sending);
        return true;
    });
}

template <class T>
std::vector<T> Site::rows(const std::string& sql, T (*make)(const db::Row&)) {
    std::vector<T> found;
    test::must(disk_->read([&](db::Session& session) {
        return session.each(db::Query{"simulation.rows", sql}, {}, [&](const db::Row& row) {
            found.push_back(make(row));
            return true;
        });
    }));
    return found;
}

bool Site::is_processing() {
    return !rows<int>("SELECT 1 FROM trabalho WHERE tipo = 'fichas_processar_lote' AND situacao IN ('aguardando', 'executando')",
                      [](const db::Row&) { return 1; }).empty();
}

Instant Site::due_next() {
    const auto hours = rows<std::int64_t>(
        "SELECT MIN(CASE situacao WHEN 'aguardando' THEN nao_antes_ms ELSE arrendado_ate_ms + 1 END) FROM trabalho"
        " WHERE situacao IN ('aguardando', 'executando')",
        [](const db::Row& row) { return row.is_null(0) ? std::numeric_limits<std::int64_t>::max() / 2 : row.integer(0); });
    return from_ms(hours.front()) - clock.skew;
}

std::int64_t Site::lotes() {
    return rows<std::int64_t>("SELECT COUNT(*) FROM lote_enviado", [](const db::Row& row) { return row.integer(0); }).front();
}

std::vector<Kept> Site::kept() {
    return rows<Kept>("SELECT uuid, versao, atual, situacao, sha256 FROM ficha ORDER BY uuid, versao", [](const db::Row& row) {
        return Kept{row.string(0), row.integer(1), row.flag(2), row.string(3), std::string(row.blob(4))};
    });
}

std::vector<Sent> Site::sent() {
    if (!sends_) return {};
    return rows<Sent>("SELECT uuid, sha256, veredito, achados FROM ficha_enviada e JOIN destino d ON d.id = e.destino"
                      " WHERE d.origem <> 'nacional' ORDER BY uuid, versao",
                      [](const db::Row& row) {
                          return Sent{row.string(0), std::string(row.blob(1)), row.string(2), !row.text(3).empty()};
                      });
}

std::vector<std::string> Site::unfinished() {
    auto found = rows<std::string>("SELECT 'lote enviado ' || numero || ' ' || situacao || ' ' || l.causa FROM lote_enviado l JOIN destino d"
                                   " ON d.id = l.destino WHERE d.origem <> 'nacional' AND situacao <> 'concluido'",
                                   [](const db::Row& row) { return row.string(0); });
    for (const auto& more : {"SELECT 'lote recebido ' || id || ' ' || situacao || ' ' || mensagem FROM lote_recebido WHERE situacao <> 'processado'",
                             "SELECT 'trabalho ' || tipo || ' falhou: ' || mensagem FROM trabalho WHERE situacao = 'falhou'"})
        for (auto& line : rows<std::string>(more, [](const db::Row& row) { return row.string(0); })) found.push_back(std::move(line));
    return found;
}

}  // namespace aroeira::simulation
