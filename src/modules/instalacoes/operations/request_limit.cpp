// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/request_limit.hpp"

namespace aroeira::instalacoes {

Result<RequestLimit> read_request_limit(const MayConfigure&, const Services& services) {
    return services.unit.read([](Ports& ports) -> Result<RequestLimit> {
        AROEIRA_TRY(const int most, ports.settings.requests_max());
        AROEIRA_TRY(const auto versao, ports.settings.version(groups::kRequisicoes));
        return RequestLimit{most, versao};
    });
}

Result<RequestLimit> save_request_limit(const MayConfigure& granted, const RequestLimit& asked, const Services& services) {
    if (asked.most < kRequestsMin || asked.most > kRequestsMax) {
        const auto range = "de " + std::to_string(kRequestsMin) + " a " + std::to_string(kRequestsMax);
        return Error{ErrorKind::invalid_input, "INST-0013", "O número de requisições simultâneas não pode ser aceito.",
                     {{"INST-0013", "maximo", "O número deve ser " + range + ".", "Informe um número " + range + "."}}};
    }
    return services.unit.write([&](Ports& ports) -> Result<RequestLimit> {
        AROEIRA_TRY(const int before, ports.settings.requests_max());
        AROEIRA_CHECK(ports.settings.advance(groups::kRequisicoes, asked.versao));
        AROEIRA_CHECK(ports.settings.put(keys::kRequests, std::to_string(asked.most)));
        if (before != asked.most)
            AROEIRA_CHECK(ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                              .address = granted.actor().address, .entity = "configuracao", .entity_id = "requisicoes",
                                              .details = R"({"antes":)" + std::to_string(before) + R"(,"depois":)" + std::to_string(asked.most) + "}"}));
        return RequestLimit{asked.most, asked.versao + 1};
    });
}

}  // namespace aroeira::instalacoes
