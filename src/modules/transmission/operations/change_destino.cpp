// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/change_destino.hpp"

#include "modules/transmission/operations/wake_sending.hpp"

namespace aroeira::transmission {
namespace {

Result<Destino> set_ativo(const MayManage& granted, const DestinoId& id, bool ativo, const Services& services) {
    auto changed = services.unit.write([&](Ports& ports) -> Result<Destino> {
        AROEIRA_TRY(auto destino, ports.destinos.find(id));
        if (destino.ativo == ativo) return destino;
        destino.ativo = ativo;
        AROEIRA_CHECK(ports.destinos.update(destino));
        if (ativo) AROEIRA_CHECK(ports.destinos.set_tentativas(id, {}));
        if (ativo && !destino.endereco.empty()) AROEIRA_CHECK(wake_sending(id, ports, services));
        AROEIRA_CHECK(record_destino(ativo ? audit::Event::destino_ativado : audit::Event::destino_inativado, granted.actor(), id, "", ports));
        return ports.destinos.find(id);
    });
    services.wake_jobs();
    return changed;
}

}  // namespace

Result<std::vector<Destino>> list_destinos(const MayManage&, const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.destinos.list(); });
}

Result<Destino> inactivate_destino(const MayManage& granted, const DestinoId& id, const Services& services) {
    return set_ativo(granted, id, false, services);
}

Result<Destino> activate_destino(const MayManage& granted, const DestinoId& id, const Services& services) {
    return set_ativo(granted, id, true, services);
}

Result<void> remove_destino(const MayManage& granted, const DestinoId& id, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto destino, ports.destinos.find(id));
        if (destino.origem == OrigemDestino::nacional)
            return Error{ErrorKind::conflict, "TRANS-0011", "O Centralizador Nacional não sai da lista. Para não enviar a ele, use «Inativar»."};
        AROEIRA_CHECK(ports.destinos.remove(id));
        return record_destino(audit::Event::destino_removido, granted.actor(), id, "", ports);
    });
}

}  // namespace aroeira::transmission
