// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/domain/janela.hpp"
#include "modules/transmission/operations/ask_vereditos.hpp"
#include "modules/transmission/operations/mark_for_sending.hpp"
#include "modules/transmission/operations/send_lotes.hpp"
#include "modules/transmission/tests/world.hpp"
#include "platform/crypto/crypto.hpp"

/// The other side of the network, as its protocol says, for tests of who sends.
namespace aroeira::transmission::testing {

inline constexpr auto kNacional = "00000000-0000-7000-8000-000000000001";
inline constexpr auto kAddress = "http://destino.exemplo:8080/esus";

inline client::Answer answered(int status, std::string body = "", std::string type = "application/json",
                               std::vector<std::pair<std::string, std::string>> more = {}) {
    more.emplace_back("content-type", std::move(type));
    return {status, std::move(more), std::move(body)};
}
inline client::Answer problem(int status, std::string_view code, std::string_view title = "Causa e próximo passo.",
                              std::vector<std::pair<std::string, std::string>> more = {}) {
    return answered(status, R"({"code":")" + std::string(code) + R"(","title":")" + std::string(title) + "\"}", "application/problem+json", std::move(more));
}

/// A receiver that keeps what it is told in memory. A test says which of its answers go wrong.
class Receiver {
public:
    struct Held {
        std::string sha256{}, bytes{}, situacao{"recebendo"};
        std::int64_t size = 0, numero = 0;
    };
    /// The fault of question number `n`, from 0: nothing when it is answered well. What `after` gives
    /// replaces the answer of a receiver that did what was asked.
    using Fault = std::function<std::optional<Result<client::Answer>>(const client::Call&, int n)>;

    Result<client::Answer> operator()(const client::Call& call) {
        const int n = asked++;
        if (before)
            if (auto fault = before(call, n)) return *fault;
        auto answer = reply(call);
        if (after)
            if (auto fault = after(call, n)) return *fault;
        return answer;
    }

    std::map<std::string, Held> lotes;
    std::vector<std::int64_t> order;                 ///< Numbers, as they were confirmed.
    std::map<std::string, std::string> said;         ///< uuid → verdict; one that is not there is `otherwise`.
    std::string otherwise = "aceita";
    std::int64_t part_bytes_max = std::int64_t{8} << 20;
    bool processes = true;                           ///< As soon as it confirms.
    bool corrupts = false;                           ///< One byte of every part.
    int logins = 0, asked = 0;
    std::vector<std::string> questions;              ///< Method and path after the address.
    Fault before, after;

private:
    client::Answer reply(const client::Call& call) {
        const std::string path = call.url.substr(std::string(kAddress).size());
        constexpr std::array kMethods{"GET ", "POST ", "PUT "};
        questions.push_back(kMethods[static_cast<std::size_t>(call.method)] + path);
        if (path == "/api/recebimento/login") {
            ++logins;
            return answered(200, "", "text/plain", {{"set-cookie", "JSESSIONID=sessao" + std::to_string(logins) + "; Path=/"}});
        }
        if (path == "/api/v1/transmissao/chegadas") return announced(test::must(json::Document::parse(call.body)).root());
        if (path == "/api/v1/transmissao/vereditos") return judged(test::must(json::Document::parse(call.body)).root());
        const auto id = path.substr(std::string("/api/v1/transmissao/chegadas/").size(), 36);
        if (!lotes.contains(id)) return problem(404, "TRANS-0024", "Este lote não chegou aqui.");
        if (call.method == client::Method::get) return chegada(id);
        const auto from = std::stoll(path.substr(path.find("/partes/") + 8));
        return part(id, from, std::string(call.body));
    }
    client::Answer announced(const json::Node& root) {
        const auto text = [&](std::string_view name) { return std::string(root.find(name)->text()); };
        auto& held = lotes[text("lote")];
        if (!held.sha256.empty() && held.sha256 != text("sha256")) return problem(409, "TRANS-0021");
        held.sha256 = text("sha256");
        held.size = root.find("tamanho")->integer();
        held.numero = root.find("numero")->integer();
        return chegada(text("lote"));
    }
    client::Answer part(const std::string& id, std::int64_t from, std::string bytes) {
        auto& held = lotes.at(id);
        if (held.situacao != "recebendo") return chegada(id);
        if (from != static_cast<std::int64_t>(held.bytes.size())) return problem(409, "TRANS-0022");
        REQUIRE(static_cast<std::int64_t>(bytes.size()) <= part_bytes_max);
        if (corrupts) bytes[0] = static_cast<char>(bytes[0] ^ 1);
        held.bytes += bytes;
        if (static_cast<std::int64_t>(held.bytes.size()) < held.size) return chegada(id);
        if (crypto::hex(crypto::sha256(held.bytes)) != held.sha256) {
            held.bytes.clear();
            return problem(422, "TRANS-0023", "O lote chegou diferente.");
        }
        held.situacao = processes ? "processado" : "confirmado";
        order.push_back(held.numero);
        return chegada(id);
    }
    client::Answer chegada(const std::string& id) {
        const auto& held = lotes.at(id);
        return answered(200, R"({"lote":")" + id + R"(","situacao":")" + held.situacao + R"(","recebidos":)" + std::to_string(held.bytes.size()) +
                                 R"(,"parte_bytes_max":)" + std::to_string(part_bytes_max) + R"(,"mensagem":""})");
    }
    client::Answer judged(const json::Node& root) {
        std::string items;
        const auto fichas = *root.find("fichas");
        for (std::size_t i = 0; i < fichas.size(); ++i) {
            const std::string uuid(fichas.at(i).find("uuid")->text());
            const auto found = said.find(uuid);
            const auto& word = found == said.end() ? otherwise : found->second;
            items += (i ? "," : "") + (R"({"uuid":")" + uuid + R"(","situacao":")" + word + "\"");
            if (word == "rejeitada") items += R"(,"erros":[{"regra":"CNES-01","campo":"cnes","mensagem":"O CNES não existe aqui.","correcao":"Importe o CNES."}],"avisos":[])";
            items += "}";
        }
        return answered(200, R"({"itens":[)" + items + "]}");
    }
};

/// An installation whose only destino is reached over the network, in the night.
class SendingWorld {
public:
    explicit SendingWorld(World& of) : world(of) {
        connect(kNacional);
        world.transport.answer = std::ref(receiver);
        world.services.chance = [] { return 0.0; };
        hour(1);
    }
    /// Gives a destino an address and a credencial.
    void connect(const std::string& id) {
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto destino, DestinoId::parse(id));
            AROEIRA_TRY(auto found, ports.destinos.find(destino));
            found.endereco = kAddress;
            found.usuario = "credencial";
            AROEIRA_CHECK(ports.destinos.update(found));
            return ports.destinos.set_senha(destino, vault().seal("senha-da-credencial", destino.text()));
        }));
    }
    /// The next time it is this hour in Aracaju.
    void hour(int h, int minute = 0) { world.received.clock.set(next_time(h * 60 + minute, now(), fichas::testing::kOffsetMinutes)); }
    void wait(std::chrono::milliseconds span) { world.received.clock.set(now() + span); }
    [[nodiscard]] Instant now() const { return world.received.clock.now(); }

    /// So many fichas, in lotes of `in_each`; the numbers of visits go on from the last.
    void make(int fichas, int in_each = 10'000) {
        world.services.limits.fichas_max = in_each;
        std::vector<Visita> visits;
        for (int i = 0; i < fichas; ++i) visits.push_back({.number = ++last_});
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.park_jobs", "DELETE FROM trabalho"}));
            return {};
        }));
        world.receive(visits);
        ShortJob job(world);
        test::must(generate_lotes(job, world.services));
        world.run_sql("DELETE FROM cursor_of_test");
    }
    /// One run of the job; when it wants to run again.
    Result<Instant> try_run(const std::function<void(ShortJob&)>& prepare = {}, const std::string& destino = kNacional) {
        ShortJob job(world, json::text_of(SendArgument{destino}));
        if (prepare) prepare(job);
        AROEIRA_CHECK(send_lotes(job, world.services));
        return job.again.value_or(Instant{});
    }
    Instant run() { return test::must(try_run()); }
    /// Runs, whenever the job wants to, until every lote is where nothing more is done today.
    void run_to_the_end() {
        for (int i = 0; i < 60; ++i) {
            const auto again = run();
            if (again >= now() + std::chrono::hours(20)) return;
            if (again > now()) world.received.clock.set(again);
        }
        FAIL("the job never came to rest");
    }
    Tentativas tentativas() {
        return test::must(world.read([](Ports& ports) { return ports.destinos.find(DestinoId::parse(kNacional).value()); })).tentativas;
    }
    std::vector<std::string> acts(const LoteEnviado& lote) {
        std::vector<std::string> found;
        for (const auto& line : test::must(find_lote(world.marina(), lote.municipio, lote.id, world.services)).historico) found.emplace_back(name_of(line.ato));
        return found;
    }
    std::vector<std::string> states() {
        std::vector<std::string> found;
        for (const auto& lote : world.lotes()) found.emplace_back(name_of(lote.situacao));
        return found;
    }
    /// Nothing lost and nothing doubled: the destino has each lote once, whole, in order, and each ficha has its verdict.
    void check_all_arrived(int fichas) {
        const auto lotes = world.lotes();
        REQUIRE(receiver.lotes.size() == lotes.size());
        std::int64_t accepted = 0;
        std::vector<std::int64_t> numbers;
        for (const auto& lote : lotes) {
            CHECK(name_of(lote.situacao) == "concluido");
            CHECK(receiver.lotes.at(std::string(lote.id.text())).bytes == world.zip_in_store(lote));
            CHECK(lote.enviados == lote.tamanho);
            accepted += lote.aceitas;
            numbers.push_back(lote.numero);
        }
        CHECK(accepted == fichas);
        CHECK(receiver.order == numbers);
        CHECK(world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE veredito = 'aceita'") == fichas);
        CHECK(world.received.events(audit::Event::lote_enviado) == static_cast<std::int64_t>(lotes.size()));
    }

    World& world;
    Receiver receiver;

private:
    int last_ = 0;
};

inline void for_each_sending_world(const std::function<void(SendingWorld&)>& test) {
    for_each_world([&](World& world) {
        SendingWorld sending(world);
        test(sending);
    });
}

}  // namespace aroeira::transmission::testing
