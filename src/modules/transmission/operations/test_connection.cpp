// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/test_connection.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/text.hpp"
#include "modules/transmission/domain/endereco.hpp"
#include "modules/transmission/operations/enter_destino.hpp"
#include "platform/json/json.hpp"

namespace aroeira::transmission {
namespace {

constexpr auto kAnswerTime = std::chrono::seconds(10);
constexpr std::size_t kNomeShownMax = 200;

struct Probe {
    Destino destino;
    Result<Segredos> segredos;
    Conexao found{};
};

/// What is asked before anybody is called.
struct Plan {
    std::vector<Probe> probes{};
    Uuid self;
};

Result<Plan> plan(Ports& ports, const crypto::Vault& vault) {
    AROEIRA_TRY(const auto card, ports.settings.card());
    AROEIRA_TRY(const auto all, ports.destinos.list());
    Plan made{.self = card.id};
    for (const auto& destino : all)
        if (destino.ativo && !destino.endereco.empty()) made.probes.push_back({destino, segredos_of(destino, ports, vault)});
    return made;
}

Error unexpected(int status) { return {ErrorKind::unavailable, "TRANS-0017", words_for_status(status), {}, std::to_string(status)}; }

/// Of `presenca`: an installation of a later version may say more.
struct Presence {
    std::string instalacao{};
    std::string nome{};
};

Result<Presence> presence_of(const client::Answer& answer) {
    if (answer.status != 200) return unexpected(answer.status);
    const auto document = json::Document::parse(answer.body);
    if (!document || document->root().kind() != json::Node::Kind::object) return unexpected(200);
    const auto text = [&](std::string_view name) {
        const auto found = document->root().find(name);
        return found && found->kind() == json::Node::Kind::text ? std::string(found->text()) : std::string();
    };
    if (text("produto") != "Aroeira") return unexpected(200);
    Presence presence{text("instalacao"), text("nome")};
    if (presence.nome.size() > kNomeShownMax || !text::is_one_line(presence.nome)) presence.nome.clear();
    return presence;
}

/// pt-BR: what was found behind an address that works.
Result<std::string> ask_aroeira(const Probe& probe, const Uuid& self, client::Transport& transport) {
    const auto& destino = probe.destino;
    auto call = call_to(destino, probe.segredos ? *probe.segredos : Segredos(), "/api/v1/transmissao/presenca");
    call.timeout = kAnswerTime;
    call.answer_bytes_max = 64 << 10;
    AROEIRA_TRY(const auto answer, transport.send(call));
    AROEIRA_TRY(const auto there, presence_of(answer));
    if (there.instalacao == self.text())
        return Error{ErrorKind::invalid_input, "TRANS-0018", "Este endereço é o desta própria instalação. Informe o da instalação que vai receber."};
    const std::string who = there.nome.empty() ? "Uma instalação do Aroeira respondeu." : "Respondeu: " + there.nome + ".";
    if (!destino.can_enter()) return who + " Para enviar pela rede, falta informar o usuário e a senha da credencial de integração de lá, ou um certificado.";
    AROEIRA_TRY(const auto segredos, probe.segredos);
    AROEIRA_CHECK(enter_destino(destino, segredos, transport));
    return who;
}

Result<std::string> ask_ledi(const Probe& probe, client::Transport& transport) {
    if (probe.destino.usuario.empty())
        return Error{ErrorKind::invalid_input, "TRANS-0018", "A API LEDI só responde a quem entra. Informe o usuário e a senha da credencial de integração de lá."};
    AROEIRA_TRY(const auto segredos, probe.segredos);
    AROEIRA_CHECK(enter_destino(probe.destino, segredos, transport));
    return std::string("A credencial foi aceita.");
}

Conexao tested(const Probe& probe, const Uuid& self, const Services& services) {
    auto found = probe.destino.protocolo == Protocolo::aroeira ? ask_aroeira(probe, self, services.transport) : ask_ledi(probe, services.transport);
    const auto now = services.clock.now();
    if (!found) return {SituacaoConexao::falhou, found.error().message, now};
    return {SituacaoConexao::estabelecida, std::move(*found), now};
}

void test_all(Plan& made, const Services& services) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < made.probes.size(); i = next++) made.probes[i].found = tested(made.probes[i], made.self, services);
    };
    std::vector<std::jthread> threads;
    for (std::size_t n = std::min(kTestsAtOnce, made.probes.size()); n > 0; --n) threads.emplace_back(work);
}

/// What the trail says of a test.
struct Tested {
    std::int64_t testadas = 0;
    std::int64_t estabelecidas = 0;
    static constexpr auto fields = std::tuple{json::field("testadas", &Tested::testadas), json::field("estabelecidas", &Tested::estabelecidas)};
};

std::string words_of(const std::vector<Probe>& probes) {
    const auto well = std::count_if(probes.begin(), probes.end(), [](const Probe& one) { return one.found.situacao == SituacaoConexao::estabelecida; });
    return json::text_of(Tested{static_cast<std::int64_t>(probes.size()), well});
}

}  // namespace

Result<std::vector<Destino>> test_connection(const MayManage& granted, const Services& services) {
    const std::unique_lock alone(*services.testing, std::try_to_lock);
    if (!alone) return Error{ErrorKind::conflict, "TRANS-0033", "Um teste de conexão já está em andamento. Espere terminar e atualize a lista."};
    AROEIRA_TRY(auto made, services.unit.read([&](Ports& ports) { return plan(ports, services.vault); }));
    // Outside any transaction: others may take long, and nobody waits for a lock meanwhile.
    test_all(made, services);
    return services.unit.write([&](Ports& ports) -> Result<std::vector<Destino>> {
        for (const auto& probe : made.probes) {
            const auto kept = ports.destinos.set_conexao(probe.destino.id, probe.found);
            // Somebody may have removed it meanwhile.
            if (!kept && kept.error().kind != ErrorKind::not_found) return kept.error();
        }
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::conexao_testada, .actor = granted.actor().key, .address = granted.actor().address,
                                          .entity = "destino", .details = words_of(made.probes)}));
        return ports.destinos.list();
    });
}

Result<instalacoes::InstallationCard> presence(const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.settings.card(); });
}

}  // namespace aroeira::transmission
