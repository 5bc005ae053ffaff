// SPDX-License-Identifier: Apache-2.0
// Another installation sends lotes: announced, in parts, proven, confirmed, judged.
#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"
#include "tests/http/recebimento/site.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using fichas::testing::aracaju;
using fichas::testing::kNoSuchTurno;
using fichas::testing::other_municipio;
using fichas::testing::Visita;
using fichas::testing::zip_of;

namespace {

constexpr const char* kPath = "/api/v1/transmissao/chegadas";
constexpr const char* kBytes = "application/octet-stream";
constexpr std::size_t kPart = 16'384;

std::string hash_of(const std::string& bytes) { return crypto::hex(crypto::sha256(bytes)); }

/// A lote of the posto, and how it speaks of it.
struct Sent {
    std::string bytes;
    std::string lote = "01990000-0000-7000-8000-000000000001";
    std::string municipio = "2800308";
    std::int64_t numero = 1;
    std::string fichas = "1";

    [[nodiscard]] std::string announcement() const {
        return R"({"lote":")" + lote + R"(","municipio":")" + municipio + R"(","numero":)" + std::to_string(numero) + R"(,"fichas":)" + fichas +
               R"(,"tamanho":)" + std::to_string(bytes.size()) + R"(,"sha256":")" + hash_of(bytes) +
               R"(","remetente":{"instalacao":"01990000-0000-7000-8000-00000000000a","nome":"UBS Sol","tipo":"prontuario","versao":"1.0.0"}})";
    }
    [[nodiscard]] std::string place() const { return std::string(kPath) + "/" + lote; }
};

class Posto {
public:
    explicit Posto(Site& site, const std::optional<Ibge>& municipio = aracaju()) : caller(site), credencial(site.add_credencial(municipio)) {
        REQUIRE(caller.enter(credencial).status == 200);
    }
    Answer announce(const Sent& sent) const { return caller.post(kPath, sent.announcement()); }
    Answer part(const Sent& sent, std::size_t from, std::size_t size = kPart) const {
        return caller.put(sent.place() + "/partes/" + std::to_string(from) + "?municipio=" + sent.municipio, sent.bytes.substr(from, size), kBytes);
    }
    Answer ask(const Sent& sent) const { return caller.get(sent.place() + "?municipio=" + sent.municipio); }
    /// From where the receiver says it is, to the end.
    Answer go_on(const Sent& sent) const {
        auto answer = announce(sent);
        while (answer.status == 200 && member(answer, "situacao") == "recebendo")
            answer = part(sent, static_cast<std::size_t>(number(answer, "recebidos")));
        return answer;
    }
    Answer verdicts(const std::string& municipio, const std::string& fichas) const {
        return caller.post("/api/v1/transmissao/vereditos", R"({"municipio":")" + municipio + R"(","fichas":[)" + fichas + "]}");
    }
    static std::int64_t number(const Answer& answer, const std::string& name) {
        const auto document = test::must(json::Document::parse(answer.body));
        return document.root().find(name).value().integer();
    }

    Caller caller;
    identity::CredencialCriada credencial;
};

std::vector<Visita> visits(int count) {
    std::vector<Visita> list;
    for (int i = 1; i <= count; ++i) list.push_back({.number = i, .turno = i == 2 ? kNoSuchTurno : fichas::testing::kValidTurno});
    return list;
}

std::string asked(const Visita& visit) { return R"({"uuid":")" + visit.uuid() + R"(","sha256":")" + hash_of(visit.bytes()) + "\"}"; }

void check_nothing_kept(Site& site) {
    for (const auto* table : {"lote_recebido", "lote_parte", "chegada", "trabalho"})
        CHECK(site.number(std::string("SELECT COUNT(*) FROM ") + table) == 0);
}

}  // namespace

TEST_CASE("[S2-259] A lote cut in the middle goes on where it stopped, is confirmed once it is whole, processed, and every ficha gets its verdict") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const Sent sent{.bytes = zip_of(visits(200)), .fichas = "200"};
        REQUIRE(sent.bytes.size() > 2 * kPart);
        const auto begun = posto.announce(sent);
        CHECK(begun.status == 200);
        CHECK(begun.body == R"({"lote":")" + sent.lote + R"(","situacao":"recebendo","recebidos":0,"parte_bytes_max":8388608,"mensagem":""})");
        CHECK(Posto::number(posto.part(sent, 0), "recebidos") == kPart);
        CHECK(Posto::number(posto.ask(sent), "recebidos") == kPart);
        CHECK(Posto::number(posto.announce(sent), "recebidos") == kPart);
        CHECK(site.number("SELECT COUNT(*) FROM lote_recebido") == 0);
        CHECK(member(posto.go_on(sent), "situacao") == "confirmado");
        CHECK(site.number("SELECT COUNT(*) FROM lote_recebido WHERE canal = 'online' AND responsavel = 'UBS Sol'") == 1);
        site.run_jobs();
        const auto ended = posto.ask(sent);
        CHECK(member(ended, "situacao") == "processado");
        CHECK(ended.says(R"("contagem":{"recebidas":200,"validas":199,"invalidas":1,"ilegiveis":0,"repetidas":0})"));
        const auto verdicts = posto.verdicts("2800308", asked(visits(3)[1]) + "," + asked(visits(3)[2]) + "," + asked(Visita{.number = 999}));
        CHECK(verdicts.status == 200);
        CHECK(verdicts.body.starts_with(R"({"itens":[{"uuid":")" + visits(3)[1].uuid() + R"(","situacao":"rejeitada","erros":[{"regra":)"));
        CHECK(verdicts.says(R"("campo":"visitasDomiciliares[0].turno")"));
        CHECK(verdicts.says(visits(3)[2].uuid() + R"(","situacao":"aceita","erros":[],"avisos":[]})"));
        CHECK(verdicts.says(R"("situacao":"desconhecida")"));
    });
}

TEST_CASE("A repeated part, a part from elsewhere and the last part again change nothing of what is kept") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const Sent sent{.bytes = zip_of(visits(200))};
        posto.announce(sent);
        const auto ahead = posto.part(sent, kPart);
        CHECK(ahead.status == 409);
        CHECK(member(ahead, "code") == "TRANS-0022");
        CHECK(posto.part(sent, 0).status == 200);
        CHECK(posto.part(sent, 0).status == 409);
        CHECK(Posto::number(posto.ask(sent), "recebidos") == kPart);
        const auto last = posto.part(sent, kPart, sent.bytes.size());
        CHECK(member(last, "situacao") == "confirmado");
        CHECK(posto.part(sent, kPart, sent.bytes.size()).body == last.body);
        CHECK(posto.announce(sent).body == last.body);
        site.run_jobs();
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 200);
        CHECK(site.number("SELECT COUNT(*) FROM lote_recebido") == 1);
    });
}

TEST_CASE("Bad input: a byte altered on the way refuses the lote with 422 and forgets its parts; sent again whole, it is confirmed") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const Sent sent{.bytes = zip_of(visits(5))};
        auto altered = sent;
        altered.bytes[100] ^= 1;
        posto.announce(sent);
        const auto refused = posto.part(altered, 0);
        CHECK(refused.status == 422);
        CHECK(member(refused, "code") == "TRANS-0023");
        check_nothing_kept(site);
        CHECK(site.events(audit::Event::lote_recusado) == 1);
        CHECK(posto.ask(sent).status == 404);
        CHECK(member(posto.go_on(sent), "situacao") == "confirmado");
    });
}

TEST_CASE("Bad input: another file under the same identifier gets 409; a lote without fichas, a zip in a zip or a bomb gets 422 or 413") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const auto refusal = [&](const std::string& bytes, int status, const std::string& code) {
            const Sent sent{.bytes = bytes};
            REQUIRE(posto.announce(sent).status == 200);
            const auto answer = posto.part(sent, 0, bytes.size());
            CHECK(answer.status == status);
            CHECK(member(answer, "code") == code);
            check_nothing_kept(site);
        };
        refusal(zip_of({{"pasta/", ""}}), 422, "RECEB-0010");
        refusal(zip_of({{"dentro.zip", zip_of(visits(1))}}), 422, "ZIP-0011");
        refusal(zip_of({{"a.esus", std::string(20'000'000, 'x')}}), 413, "ZIP-0010");
        refusal("nem zip é", 422, "RECEB-0014");
        posto.announce({.bytes = zip_of(visits(1))});
        const auto other = posto.announce({.bytes = zip_of(visits(2))});
        CHECK(other.status == 409);
        CHECK(member(other, "code") == "TRANS-0021");
    });
}

TEST_CASE("Bad input: an announcement that is no JSON, misses a field, has another, an absurd number or no ficha gets 422 and keeps nothing") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const auto good = Sent{.bytes = "PK"}.announcement();
        const auto changed = [&](const std::string& from, const std::string& to) {
            auto text = good;
            REQUIRE(text.find(from) != text.npos);
            return text.replace(text.find(from), from.size(), to);
        };
        for (const auto& body : {std::string(), std::string("{"), std::string("[]"), std::string("null"), good + good, changed("\"numero\":1,", ""),
                                 changed("\"numero\":1", "\"numero\":-1"), changed("\"numero\":1", "\"numero\":9223372036854775807"),
                                 changed("\"numero\":1", "\"numero\":1e999"), changed("\"numero\":1", "\"numero\":\"1\""), changed("\"fichas\":1", "\"fichas\":0"),
                                 changed("\"tamanho\":2", "\"tamanho\":0"), changed("\"tamanho\":2", "\"tamanho\":99999999999999999999"), changed("2800308", "2800309"),
                                 changed("prontuario", "outro"), changed("\"lote\":\"0199", "\"lote\":\"xxxx"), changed("{", R"({"ativo":true,)"), changed("UBS Sol", "UBS\\u0000Sol"),
                                 changed("UBS Sol", std::string(201, 'x'))})
            CHECK_MESSAGE(posto.caller.post(kPath, body).status == 422, body);
        CHECK(member(posto.caller.post(kPath, changed("\"tamanho\":2", "\"tamanho\":999999999999")), "code") == "TRANS-0027");
        check_nothing_kept(site);
        CHECK(posto.caller.post(kPath, std::string(100'000, '{')).status == 413);
    });
}

TEST_CASE("Bad input: a part that is empty, too small, past the end, at no place or of no lote is refused and keeps nothing") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const Sent sent{.bytes = zip_of(visits(200))};
        CHECK(posto.part(sent, 0).status == 404);
        posto.announce(sent);
        const auto at = [&](const std::string& place, const std::string& bytes) {
            return posto.caller.put(sent.place() + "/partes/" + place + "?municipio=2800308", bytes, kBytes).status;
        };
        CHECK(at("0", "") == 422);
        CHECK(at("0", "x") == 422);
        CHECK(at("0", sent.bytes + "x") == 422);
        CHECK(at("-1", sent.bytes) == 422);
        CHECK(at("9999999999999999999999", sent.bytes) == 422);
        CHECK(at("zero", sent.bytes) == 422);
        CHECK(at("0", std::string((8 << 20) + 1, 'x')) == 413);
        CHECK(posto.caller.put(std::string(kPath) + "/nada/partes/0?municipio=2800308", "x", kBytes).status == 422);
        CHECK(Posto::number(posto.ask(sent), "recebidos") == 0);
        CHECK(site.number("SELECT COUNT(*) FROM lote_parte") == 0);
    });
}

TEST_CASE("Another credencial neither sees nor feeds the lote; who is bound to a município sends to no other; nobody sends without a session") {
    for_each_site([](Site& site) {
        const Posto posto(site), other(site), sao_paulo(site, other_municipio());
        const Sent sent{.bytes = zip_of(visits(200))};
        posto.announce(sent);
        CHECK(other.ask(sent).status == 404);
        CHECK(member(other.part(sent, 0), "code") == "TRANS-0025");
        for (const auto& answer : {sao_paulo.announce(sent), sao_paulo.part(sent, 0), sao_paulo.ask(sent), sao_paulo.verdicts("2800308", asked(Visita{}))}) {
            CHECK(answer.status == 403);
            CHECK(member(answer, "code") == "ACESSO-0005");
        }
        const Caller nobody(site);
        CHECK(nobody.post(kPath, sent.announcement()).status == 401);
        CHECK(nobody.put(sent.place() + "/partes/0?municipio=2800308", sent.bytes, kBytes).status == 401);
        CHECK(nobody.get(sent.place()).status == 401);
        CHECK(nobody.post("/api/v1/transmissao/vereditos", "{}").status == 401);
        site.add_person(1, identity::perfil_padrao::instalador, std::nullopt);
        Caller person(site);
        REQUIRE(person.enter(1).status == 200);
        CHECK(person.post(kPath, sent.announcement()).status == 403);
        CHECK(Posto::number(posto.ask(sent), "recebidos") == 0);
        site.inactivate(posto.credencial);
        CHECK(posto.part(sent, 0).status == 401);
    });
}

TEST_CASE("A município that is not active gets 404, and becomes active when the centralizador nacional receives a lote of it") {
    for_each_site([](Site& site) {
        const Posto posto(site, std::nullopt);
        const Sent sent{.bytes = zip_of(visits(1)), .municipio = "3304557"};
        const auto refused = posto.announce(sent);
        CHECK(refused.status == 404);
        CHECK(member(refused, "code") == "INST-0001");
        site.set_kind(instalacoes::TipoInstalacao::centralizador_nacional);
        CHECK(member(posto.go_on(sent), "situacao") == "confirmado");
        CHECK(site.number("SELECT COUNT(*) FROM municipio_ativo WHERE ibge = '3304557'") == 1);
    });
}

TEST_CASE("An installation that closed its receiving tells it with 503 to who still has a session") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        site.set_online_receiving({.enabled = false});
        const auto off = posto.announce({.bytes = zip_of(visits(1))});
        CHECK(off.status == 503);
        CHECK(member(off, "code") == "TRANS-0029");
        check_nothing_kept(site);
    });
}

TEST_CASE("[S2-258] [S2-260] Over the number of lotes at once, the sender gets 503 with the hour to come back, for programs and for people, and is received then") {
    for_each_site([](Site& site) {
        site.set_lotes_at_once(1);
        const Posto first(site), second(site);
        const Sent one{.bytes = zip_of(visits(200))};
        Sent two{.bytes = zip_of(visits(100)), .lote = "01990000-0000-7000-8000-000000000002", .numero = 2};
        REQUIRE(first.announce(one).status == 200);
        const auto later = second.announce(two);
        CHECK(later.status == 503);
        CHECK(member(later, "code") == "TRANS-0020");
        CHECK(member(later, "title") == "Muitas instalações estão enviando agora. O envio deste lote foi agendado para 11:14.");
        CHECK(later.headers.at("retry-after") == "40");  // it is 11:13:20
        CHECK(Posto::number(later, "agendado_para") == to_ms(site.clock.now()) + 40'000);
        CHECK(second.part(two, 0).status == 404);
        site.clock.set(site.clock.now() + std::chrono::seconds(40));
        REQUIRE(first.announce(one).status == 200);
        CHECK(member(second.go_on(two), "situacao") == "confirmado");
    });
}

TEST_CASE("When the database does not answer, nothing is promised and nothing is kept; the sender goes on where it was") {
    for_each_site([](Site& site) {
        const Posto posto(site);
        const Sent sent{.bytes = zip_of(visits(200))};
        posto.announce(sent);
        posto.part(sent, 0);
        site.writes_left = 0;
        const auto failed = posto.part(sent, kPart, sent.bytes.size());
        CHECK(failed.status == 503);
        CHECK_FALSE(failed.says("segredo do operador"));
        site.writes_left = 1 << 30;
        CHECK(Posto::number(posto.ask(sent), "recebidos") == kPart);
        CHECK(member(posto.go_on(sent), "situacao") == "confirmado");
    });
}
