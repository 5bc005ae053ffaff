// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/online_receiving.hpp"

#include <algorithm>

#include "modules/instalacoes/domain/stored_security.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::size_t kAddressBytesMax = 200;

bool is_web_address(std::string_view text) {
    if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
    if (text.size() > kAddressBytesMax || text.ends_with("//")) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>'; });
}

}  // namespace

Result<identity::OnlineReceiving> read_online_receiving(
    const identity::Granted<identity::Permission::credenciais_gerenciar>&, const Services& services) {
    return services.unit.read([](Ports& ports) { return StoredSecuritySettings(ports.settings).online_receiving(); });
}

Result<void> save_online_receiving(const identity::Granted<identity::Permission::processamento_configurar>& granted,
                                   const identity::OnlineReceiving& receiving, const Services& services) {
    if (!receiving.moved_to.empty() && !is_web_address(receiving.moved_to))
        return Error{ErrorKind::invalid_input, "INST-0006", "O novo endereço não pôde ser lido.",
                     {{"INST-0006", "novo_endereco", "O endereço deve começar com http:// ou https://.", "Corrija ou deixe vazio."}}};
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.settings.put(keys::kOnlineReceiving, receiving.enabled ? "sim" : "nao"));
        AROEIRA_CHECK(ports.settings.put(keys::kMovedTo, receiving.moved_to));
        return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                   .address = granted.actor().address, .entity = "configuracao", .entity_id = "recebimento_online",
                                   .details = receiving.enabled ? R"({"ligado":true})" : R"({"ligado":false})"});
    });
}

}  // namespace aroeira::instalacoes
