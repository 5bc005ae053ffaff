// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/connection.hpp"

#include "modules/instalacoes/domain/number.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::string_view kOk = "bem_sucedida", kFailed = "falhou";
constexpr std::string_view kSuccess = "Conexão bem sucedida";
constexpr std::chrono::seconds kAnswerTime{10};

/// Who asked, for the trail.
struct Argument {
    std::string ator{};
    static constexpr auto fields = std::tuple{json::field("ator", &Argument::ator)};
};

struct Found {
    std::string situacao{};
    std::string mensagem{};
    static constexpr auto fields = std::tuple{json::field("situacao", &Found::situacao), json::field("mensagem", &Found::mensagem)};
};

Error disabled() {
    return {ErrorKind::conflict, "INST-0012", "A conexão com a internet está desabilitada. Habilite-a para fazer o teste."};
}

Result<Connection> seen(Ports& ports) {
    Connection connection;
    AROEIRA_TRY(connection.enabled, ports.settings.internet_enabled());
    AROEIRA_TRY(connection.versao, ports.settings.version(groups::kConexao));
    AROEIRA_TRY(const auto at, ports.settings.value(keys::kTestedAt));
    AROEIRA_TRY(const auto result, ports.settings.value(keys::kTestResult));
    AROEIRA_TRY(const auto detail, ports.settings.value(keys::kTestDetail));
    if (const auto ms = number_of(at)) connection.tested = {from_ms(*ms), result == kOk, detail.value_or("")};
    return connection;
}

Result<void> keep(const Found& found, Instant now, const std::string& actor, Ports& ports) {
    AROEIRA_CHECK(ports.settings.put(keys::kTestedAt, std::to_string(to_ms(now))));
    AROEIRA_CHECK(ports.settings.put(keys::kTestResult, found.situacao));
    AROEIRA_CHECK(ports.settings.put(keys::kTestDetail, found.mensagem));
    return ports.trail.record({.event = audit::Event::conexao_testada, .actor = actor, .address = "", .entity = "internet",
                               .details = R"({"situacao":")" + found.situacao + "\"}"});
}

}  // namespace

Result<Connection> read_connection(const MayConfigure&, const Services& services) {
    return services.unit.read([](Ports& ports) { return seen(ports); });
}

Result<Connection> switch_connection(const MayConfigure& granted, bool enabled, std::int64_t versao, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<Connection> {
        AROEIRA_TRY(auto connection, seen(ports));
        AROEIRA_CHECK(ports.settings.advance(groups::kConexao, versao));
        connection.versao = versao + 1;
        if (connection.enabled == enabled) return connection;
        connection.enabled = enabled;
        AROEIRA_CHECK(ports.settings.put(keys::kInternet, enabled ? "sim" : "nao"));
        AROEIRA_CHECK(services.reactions.internet_switched(ports.session));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "configuracao", .entity_id = "conexao",
                                          .details = enabled ? R"({"habilitada":true})" : R"({"habilitada":false})"}));
        return connection;
    });
}

Result<jobs::TrabalhoId> ask_for_connection_test(const MayConfigure& granted, const Services& services, const Outside& outside) {
    AROEIRA_TRY(auto queued, services.unit.write([&](Ports& ports) -> Result<jobs::TrabalhoId> {
        AROEIRA_TRY(const bool enabled, ports.settings.internet_enabled());
        if (!enabled) return disabled();
        auto queued = jobs::enqueue(ports.session, outside.ids, services.clock,
                                    {.kind = std::string(kTestConnectionJob), .argument = json::text_of(Argument{granted.actor().key}),
                                     .owner = granted.actor().key, .unique_key = "um"});
        if (!queued && queued.error().kind == ErrorKind::conflict)
            return Error{ErrorKind::conflict, "INST-0014", "Um teste já está em andamento. Aguarde o resultado dele."};
        return queued;
    }));
    outside.wake_jobs();
    return queued;
}

Result<std::string> test_connection(jobs::Context& job, const Services& services, const Outside& outside) {
    AROEIRA_TRY(const auto argument, json::parse<Argument>(job.argument()));
    AROEIRA_TRY(const bool enabled, services.unit.read([](Ports& ports) { return ports.settings.internet_enabled(); }));
    if (!enabled) return disabled();
    job.progress("Perguntando a um servidor da internet", 0, 0);
    const auto answer = outside.transport.send({.url = outside.test_address, .timeout = kAnswerTime, .answer_bytes_max = 1 << 20});
    // An answer that is too long is one all the same.
    const bool ok = answer.has_value() || answer.error().code == ErrorCode("CLIENT-0004");
    const Found found{std::string(ok ? kOk : kFailed), ok ? std::string(kSuccess) : "Sem conexão com a internet. " + answer.error().message};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) { return keep(found, services.clock.now(), argument.ator, ports); }));
    return json::text_of(found);
}

}  // namespace aroeira::instalacoes
