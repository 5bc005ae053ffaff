// SPDX-License-Identifier: Apache-2.0
// Whatever happened to the fichas, and whenever the reports were brought up to date meanwhile: the numbers are those of
// a full recomputation, and those of counting one by one the fichas that are current and valid.
#include <random>

#include "modules/relatorios/operations/process_reports.hpp"
#include "modules/relatorios/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;
using namespace aroeira::relatorios::testing;

namespace {

class History {
public:
    History(World& world, unsigned seed) : world_(world), luck_(seed) {}

    void step() {
        switch (any(8)) {
            case 0:
            case 1:
            case 2: return send_file();
            case 3: return send_online();
            case 4: return change_registry();
            case 5: return interrupted();
            default: return process(world_);
        }
    }

private:
    int any(int below) { return static_cast<int>(luck_() % static_cast<unsigned>(below)); }
    std::string day() { return "2026-0" + std::to_string(7 + any(3)) + "-1" + std::to_string(any(10)) + " 10:00"; }

    fichas::testing::NamedFile visit() {
        const Visita one{.number = 1 + any(6), .cnes = any(2) ? "2269741" : "2477947", .cns = any(2) ? "700000000000005" : "898001160660761",
                         .at_ms = 1'788'000'000'000 - any(60) * std::int64_t{86'400'000}, .turno = 1 + any(4), .numero_lote = any(3)};
        return {one.file_name(), one.bytes()};
    }
    fichas::testing::NamedFile cadastro() {
        const int number = 100 + any(6), origin = 100 + any(2);
        const auto uuid = Visita{.number = number}.uuid();
        return written(any(2) ? "individual" : "domiciliar", uuid,
                       {{"uuid", uuid}, {"uuidFichaOriginadora", Visita{.number = origin}.uuid()},
                        {"fichaAtualizada", any(2) ? "true" : "false"}, {"headerTransport.dataAtendimento", day()}});
    }
    fichas::testing::NamedFile ficha() { return any(3) ? visit() : cadastro(); }

    void send_file() {
        std::map<std::string, std::string> files;
        for (int i = 0; i <= any(6); ++i) files.insert(ficha());
        world_.received.send(zip_of(std::vector<fichas::testing::NamedFile>(files.begin(), files.end())));
        if (any(4)) world_.received.run_jobs();
    }
    void send_online() {
        const auto [name, bytes] = ficha();
        const fichas::OnlineItem item{name, bytes};
        test::must(fichas::receive_fichas(world_.received.sistema(), {&item, 1}, world_.received.services));
    }
    void change_registry() {
        if (any(2)) world_.received.catalogo = std::make_shared<fichas::testing::FewUnidades>(std::set<std::string, std::less<>>{"2269741"});
        else world_.received.catalogo.reset();
        test::must(world_.received.services.unit.write([&](fichas::Ports& ports) {
            return fichas::ask_to_reprocess(ports.session, world_.received.ids, world_.received.clock, aracaju(), std::to_string(luck_()), "ana");
        }));
        world_.received.run_jobs();
    }
    void interrupted() {
        ShortJob job(world_);
        if (any(2)) job.commits_left = any(3);
        else job.stops_after = 1 + any(3);
        (void)process_reports(job, world_.services);
    }

    World& world_;
    std::mt19937 luck_;
};

/// The same numbers, by the simplest way there is.
std::map<Soma, std::string> counted_one_by_one(World& world) {
    struct Kept {
        std::int64_t em_ms;
        std::string uuid;
        Contada contada;
    };
    std::map<Soma, Contadores> sums;
    std::map<std::pair<int, std::string>, Kept> cadastros;
    const auto add = [&](const Contada& one, Especie especie) {
        for (const auto& parcela : one.parcelas) {
            if (parcela.relatorio->especie != especie) continue;
            const auto& at = one.lotacao;
            const std::string codigo(parcela.relatorio->codigo);
            sums[{codigo, Grao::dia, dia_text(at.dia), at.cnes, at.ine, at.cbo, at.profissional}].add(parcela.contadores);
            sums[{codigo, Grao::mes, mes_text(at.dia), at.cnes, at.ine, at.cbo, at.profissional}].add(parcela.contadores);
        }
    };
    const auto contents = test::must(world.read([](Ports& ports) {
        return ports.session.all({"test.contents", "SELECT conteudo FROM ficha WHERE atual = 1 AND situacao = 'valida'"}, {},
                                 [](const db::Row& row) { return std::string(row.blob(0)); });
    }));
    fichas::Arena arena;
    for (const auto& bytes : contents) {
        arena.rewind();
        const auto reading = fichas::decode(bytes, arena);
        const auto one = contador().count(reading.ficha, -180);
        REQUIRE(one);
        add(*one, Especie::producao);
        if (one->origem.empty()) continue;
        Kept fresh{one->em_ms, std::string(reading.ficha.uuid()), *one};
        auto [at, made] = cadastros.try_emplace({reading.ficha.tipo->codigo, one->origem}, fresh);
        if (!made && std::tie(at->second.em_ms, at->second.uuid) < std::tie(fresh.em_ms, fresh.uuid)) at->second = fresh;
    }
    for (const auto& [key, kept] : cadastros) add(kept.contada, Especie::consolidado);
    std::map<Soma, std::string> packed;
    for (const auto& [soma, counts] : sums) packed[soma] = test::must(counts.packed());
    return packed;
}

std::map<Soma, std::string> kept_sums(World& world) {
    std::map<Soma, std::string> all;
    test::must(world.read([&](Ports& ports) -> Result<void> {
        for (const auto* relatorio : all_relatorios())
            for (const auto grao : {Grao::dia, Grao::mes})
                AROEIRA_CHECK(ports.somas.each(aracaju(), relatorio->codigo, {grao, "0", "9"}, {},
                                               [&](const Soma& soma, std::string_view packed) { all[soma] = packed; }));
        return {};
    }));
    return all;
}

void live(World& world, unsigned seed) {
    History history(world, seed);
    for (int i = 0; i < 25; ++i) history.step();
    world.received.run_jobs();
    process(world);
    const auto incremental = world.dump();
    CHECK(kept_sums(world) == counted_one_by_one(world));
    world.run_sql("UPDATE relatorio_processamento SET edicao = ''");
    process(world);
    CHECK(world.dump() == incremental);
}

}  // namespace

TEST_CASE("[S2-293] Reports brought up to date piece by piece, in whatever history, equal a full recomputation") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        for_each_world([&](World& world) { live(world, seed); });
    }
}
