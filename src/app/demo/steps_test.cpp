// SPDX-License-Identifier: Apache-2.0
#include "app/demo/steps.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <thread>

#include "app/demo.hpp"
#include "app/demo/accounts.hpp"
#include "tests/support/databases.hpp"

namespace aroeira::app {
namespace {

constexpr std::chrono::seconds kProcessedWithin{60};

/// A whole program over a folder; making it again is starting it again.
class Node {
public:
    explicit Node(const test::TemporaryFolder& folder) : config_{.dados = folder.path().string()} { start(); }
    void start() {
        app_.reset();
        app_ = test::must(App::open(config_, log_));
    }
    App& app() { return *app_; }
    const std::string& dados() const { return config_.dados; }

    std::vector<fichas::LoteRecebido> lotes() {
        return test::must(app_->receiving().unit.read([&](fichas::Ports& ports) { return ports.fichas.list_lotes(ibge(), {.page_size = 1000}); })).items;
    }
    std::vector<estabelecimentos::Importacao> imports() {
        return test::must(app_->registry().unit.read([&](estabelecimentos::Ports& ports) { return ports.importacoes.list(ibge(), 100); }));
    }
    /// Until every lote was processed.
    void process() {
        app_->runner().start();
        const auto until = std::chrono::steady_clock::now() + kProcessedWithin;
        const auto waiting = [&] {
            for (const auto& lote : lotes())
                if (lote.situacao != fichas::SituacaoLote::processado) return true;
            return false;
        };
        while (waiting()) {
            REQUIRE(std::chrono::steady_clock::now() < until);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        app_->runner().stop();
    }
    fichas::Contagem total() {
        fichas::Contagem sum;
        for (const auto& lote : lotes()) sum += lote.contagem;
        return sum;
    }
    static Ibge ibge() { return test::must(Ibge::parse(demo::kMunicipio)); }

private:
    Config config_;
    SystemClock clock_;
    log::Logger log_{clock_, [](std::string_view) {}};
    std::unique_ptr<App> app_;
};

/// What a person sees of the demonstration.
struct Seen {
    std::size_t lotes = 0, imports = 0;
    std::int64_t received = 0, valid = 0, invalid = 0, unreadable = 0, repeated = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
};
Seen seen(Node& node) {
    const auto sum = node.total();
    return {node.lotes().size(), node.imports().size(), sum.recebidas, sum.validas, sum.invalidas, sum.ilegiveis, sum.repetidas};
}

std::string mark(Node& node) {
    return test::must(node.app().installation().unit.read([](instalacoes::Ports& ports) { return ports.settings.value("instalacao.demonstracao"); })).value_or("");
}

}  // namespace

TEST_CASE("the demonstration is received, processed and judged like what anybody sends, and loading it twice changes nothing") {
    const test::TemporaryFolder folder;
    Node node(folder);
    const auto begun = std::chrono::steady_clock::now();
    test::must(ensure_demo(node.app(), Demo::whole, node.dados()));
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    MESSAGE("demonstração carregada em " << took.count() << " ms");
    node.process();

    const auto first = seen(node);
    CHECK(first.received >= 900);
    CHECK(first.valid * 100 >= first.received * 90);
    CHECK(first.invalid * 100 >= first.received * 6);
    CHECK(first.unreadable == 1);
    CHECK(first.repeated == 1);
    CHECK(first.valid + first.invalid + first.unreadable + first.repeated == first.received);
    CHECK(first.imports == 2);
    CHECK(first.lotes >= 10);

    std::map<std::int64_t, std::int64_t> valid_of;
    for (const auto& lote : node.lotes()) {
        CHECK(lote.responsavel.size() > 5);
        const auto totals = test::must(node.app().receiving().unit.read([&](fichas::Ports& ports) { return ports.fichas.totals_of_lote(Node::ibge(), lote.id); }));
        for (const auto& one : totals) valid_of[one.tipo] += one.validas;
    }
    CHECK(valid_of.size() == 13);
    for (const auto& [tipo, count] : valid_of) CHECK_MESSAGE(count > 0, tipo);

    for (int again = 0; again < 2; ++again) {
        node.start();
        test::must(ensure_demo(node.app(), Demo::whole, node.dados()));
        node.process();
        CHECK(seen(node) == first);
    }
}

TEST_CASE("the CNES of the demonstration brings 6 units, 12 teams and what a real file gets wrong") {
    const test::TemporaryFolder folder;
    Node node(folder);
    const auto steps = test::must(demo::make_steps(node.app(), node.dados(), SystemClock().now()));
    for (int i = 0; i < 3; ++i) test::must(steps[static_cast<std::size_t>(i)].run());
    const auto imports = node.imports();
    REQUIRE(imports.size() == 2);
    const auto applied = imports.front().simulada ? imports.back() : imports.front();
    const auto whole = test::must(node.app().registry().unit.read([&](estabelecimentos::Ports& ports) { return ports.importacoes.find(Node::ibge(), applied.id); }));
    const auto report = test::must(json::parse<estabelecimentos::Relatorio>(whole.relatorio));
    CHECK(report.unidades.novas == 6);
    CHECK(report.unidades.rejeitadas == 1);
    CHECK(report.equipes.novas == 12);
    CHECK(report.profissionais.novas == 48);
    CHECK(report.profissionais.rejeitadas == 1);
    CHECK(report.lotacoes.rejeitadas == 3);
    CHECK(report.sem_agenda.size() >= 3);
}

TEST_CASE("a demonstration that was interrupted anywhere is completed by the next start, as if nothing had happened") {
    Seen whole;
    {
        const test::TemporaryFolder folder;
        Node node(folder);
        test::must(ensure_demo(node.app(), Demo::whole, node.dados()));
        node.process();
        whole = seen(node);
    }
    for (const std::size_t done : {0U, 1U, 2U, 3U, 4U, 9U, 17U}) {
        CAPTURE(done);
        const test::TemporaryFolder folder;
        Node node(folder);
        const auto begun = node.app().installation().clock.now();
        test::must(node.app().installation().unit.write([&](instalacoes::Ports& ports) {
            return ports.settings.put("instalacao.demonstracao", "carregando " + std::to_string(to_ms(begun)));
        }));
        const auto steps = test::must(demo::make_steps(node.app(), node.dados() + "/demonstracao", begun));
        REQUIRE(steps.size() > done);
        for (std::size_t i = 0; i < done; ++i) test::must(steps[i].run());

        node.start();
        test::must(ensure_demo(node.app(), Demo::whole, node.dados()));
        node.process();
        CHECK(seen(node) == whole);
        CHECK(mark(node) == "sim");
    }
}

TEST_CASE("an installation that has usuários, or was not asked, gets no demonstration; the accounts alone bring no ficha") {
    const test::TemporaryFolder folder;
    Node node(folder);
    test::must(ensure_demo(node.app(), Demo::none, node.dados()));
    CHECK(!test::must(has_demo(node.app())));
    CHECK(!test::must(identity::is_administered(node.app().people())));

    test::must(ensure_demo(node.app(), Demo::accounts, node.dados()));
    CHECK(test::must(has_demo(node.app())));
    test::must(ensure_demo(node.app(), Demo::whole, node.dados()));
    CHECK(node.lotes().empty());
    CHECK(node.imports().empty());

    const test::TemporaryFolder used;
    Node real(used);
    const auto may = real.app().gate().console<identity::Permission::usuarios_gerenciar>();
    test::must(identity::create_usuario(may, {.cpf = test::must(Cpf::parse("52998224725")), .nome = "Uma Pessoa",
                                              .acessos = {{.perfil = std::string(identity::perfil_padrao::instalador)}}},
                                        real.app().people()));
    test::must(ensure_demo(real.app(), Demo::whole, real.dados()));
    CHECK(!test::must(has_demo(real.app())));
}

}  // namespace aroeira::app
