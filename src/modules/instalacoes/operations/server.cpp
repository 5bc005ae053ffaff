// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/server.hpp"

#include "base/text.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::size_t kNomeBytesMax = 200;

/// What of it a row of the trail says.
struct Said {
    std::string nome{};
    std::string link{};
    static constexpr auto fields = std::tuple{json::field("nome", &Said::nome), json::field("link", &Said::link)};
};

Result<ServerName> seen(Ports& ports) {
    AROEIRA_TRY(const auto card, ports.settings.card());
    AROEIRA_TRY(const auto link, ports.settings.value(keys::kInstallationLink));
    AROEIRA_TRY(const auto versao, ports.settings.version(groups::kServidor));
    ServerName name{.nome = card.nome, .link = link.value_or(""), .versao = versao};
    if (const auto read = server_link_of(name.link)) name.port = read->port;
    return name;
}

Error wrong(std::vector<FieldError> fields) {
    return {ErrorKind::invalid_input, "INST-0015", "O servidor da instalação tem campos a corrigir.", std::move(fields)};
}

}  // namespace

Result<ServerName> read_server(const MayConfigure&, const Services& services) {
    return services.unit.read([](Ports& ports) { return seen(ports); });
}

Result<ServerName> save_server(const MayConfigure& granted, std::string nome, std::string_view link, std::int64_t versao, const Services& services) {
    nome = text::trim(nome);
    std::vector<FieldError> fields;
    if (nome.empty() || nome.size() > kNomeBytesMax || !text::is_one_line(nome))
        fields.push_back({"INST-0015", "nome", "O nome da instalação está vazio ou não pôde ser lido.", "Informe um nome, em uma linha de até 200 letras."});
    const auto read = server_link_of(link);
    if (!read)
        fields.push_back({"INST-0015", "link", "O link da instalação não é um endereço nem um IP.", "Informe como pec.municipio.gov.br ou 203.0.113.9:8080."});
    if (!fields.empty()) return wrong(std::move(fields));
    return services.unit.write([&](Ports& ports) -> Result<ServerName> {
        AROEIRA_TRY(const auto before, seen(ports));
        AROEIRA_CHECK(ports.settings.advance(groups::kServidor, versao));
        AROEIRA_CHECK(ports.settings.put(keys::kInstallationNome, nome));
        AROEIRA_CHECK(ports.settings.put(keys::kInstallationLink, read->text));
        const ServerName after{nome, read->text, read->port, versao + 1};
        if (after.nome != before.nome || after.link != before.link)
            AROEIRA_CHECK(ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                              .address = granted.actor().address, .entity = "configuracao", .entity_id = "servidor",
                                              .details = R"({"antes":)" + json::text_of(Said{before.nome, before.link}) +
                                                         R"(,"depois":)" + json::text_of(Said{after.nome, after.link}) + "}"}));
        return after;
    });
}

}  // namespace aroeira::instalacoes
