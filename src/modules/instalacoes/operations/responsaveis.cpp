// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/responsaveis.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/instalacoes/operations/municipios.hpp"

namespace aroeira::instalacoes {
namespace {

Error not_of_base() {
    return {ErrorKind::invalid_input, "INST-0019", "O responsável não pode ser aceito.",
            {{"INST-0019", "responsavel", "Este profissional não está na base local, ou está inativo.", "Escolha um da lista; se falta alguém, importe o CNES."}}};
}

Error changed_meanwhile() {
    return {ErrorKind::conflict, "INST-0009",
            "Outra pessoa mudou o responsável deste município enquanto você o escolhia. Confira quem está na lista e salve de novo, se ainda for o que quer."};
}

Result<Responsavel> replace(const ResponsavelChoice& choice, const LocalProfessional& chosen, const std::optional<Responsavel>& before, Instant now, ResponsavelPorts& ports) {
    Responsavel after{.usuario = {}, .base = chosen.base, .profissional = chosen.id, .nome = chosen.nome, .desde = now, .versao = choice.versao};
    AROEIRA_TRY(after.usuario, ports.administrators.give(chosen.cpf, chosen.nome, choice.municipio));
    if (before && before->usuario != after.usuario) AROEIRA_CHECK(ports.administrators.take(before->usuario, choice.municipio));
    if (before && before->usuario == after.usuario) after.desde = before->desde;
    AROEIRA_TRY(const bool saved, ports.responsaveis.put(choice.municipio, after));
    if (!saved) return changed_meanwhile();
    ++after.versao;
    return after;
}

}  // namespace

Result<ResponsavelPage> list_responsaveis(const MayConfigure&, std::size_t offset, const ResponsavelUnit& unit) {
    return unit.read([&](ResponsavelPorts& ports) -> Result<ResponsavelPage> {
        AROEIRA_TRY(auto all, ports.house.municipios.list());
        ResponsavelPage page{.items = {}, .total = static_cast<std::int64_t>(all.size())};
        for (std::size_t at = offset; at < std::min(all.size(), offset + kFoundMax); ++at) {
            AROEIRA_TRY(auto responsavel, ports.responsaveis.find(all[at].ibge));
            page.items.push_back({std::move(all[at]), std::move(responsavel)});
        }
        return page;
    });
}

Result<std::vector<LocalProfessional>> find_professionals(const MayConfigure&, std::string_view busca, const ResponsavelUnit& unit) {
    const auto folded = text::fold(busca);
    return unit.read([&](ResponsavelPorts& ports) { return ports.professionals.with_name(folded, kFoundMax); });
}

Result<MunicipioComResponsavel> save_responsavel(const MayConfigure& granted, const ResponsavelChoice& choice, const Services& services, const ResponsavelUnit& unit) {
    const auto& actor = granted.actor();
    return unit.write([&](ResponsavelPorts& ports) -> Result<MunicipioComResponsavel> {
        AROEIRA_TRY(auto municipio, make_active(choice.municipio, actor, services, ports.house));
        AROEIRA_TRY(const auto chosen, ports.professionals.find(choice.base, choice.profissional));
        if (!chosen) return not_of_base();
        AROEIRA_TRY(const auto before, ports.responsaveis.find(choice.municipio));
        if ((before ? before->versao : 0) != choice.versao) return changed_meanwhile();
        AROEIRA_TRY(auto after, replace(choice, *chosen, before, services.clock.now(), ports));
        const std::string was = before ? "\"" + before->usuario + "\"" : "null";
        AROEIRA_CHECK(ports.house.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                                                .entity = "responsavel_municipal", .entity_id = std::string(choice.municipio.text()),
                                                .municipio = std::string(choice.municipio.text()),
                                                .details = R"({"antes":)" + was + R"(,"depois":")" + after.usuario + "\"}"}));
        return MunicipioComResponsavel{std::move(municipio), std::move(after)};
    });
}

}  // namespace aroeira::instalacoes
