// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/lay_destinos.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "modules/transmission/domain/endereco.hpp"

namespace aroeira::transmission {
namespace {

// Laid by migration 0009.
constexpr std::string_view kNacionalId = "00000000-0000-7000-8000-000000000001";

Error wrong(const std::string& setting, const std::string& why) {
    return {ErrorKind::invalid_input, "TRANS-0019", "O ajuste transmissao." + setting + " não pôde ser lido: " + why};
}

/// The id of a state's is made of its letters, so that the same state is never laid twice, by whichever
/// node and whatever its name and address become.
DestinoId id_of(std::string_view uf) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "00000000-0000-7000-8000-00000000";
    for (const char letter : uf) {
        text += kDigits[static_cast<unsigned char>(letter) >> 4];
        text += kDigits[static_cast<unsigned char>(letter) & 0xF];
    }
    return DestinoId::parse(text).value();
}

Result<KnownCentralizadores::Estadual> estadual_of(const std::string& line) {
    const std::string_view all = line;
    const auto first = all.find(';');
    const auto second = first == all.npos ? first : all.find(';', first + 1);
    if (second == all.npos) return wrong("centralizadores_estaduais", "cada um tem a forma \"UF;Nome;endereço\".");
    KnownCentralizadores::Estadual made{std::string(text::trim(all.substr(0, first))), std::string(text::trim(all.substr(first + 1, second - first - 1)))};
    const bool letters = made.uf.size() == 2 && std::all_of(made.uf.begin(), made.uf.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!letters) return wrong("centralizadores_estaduais", "\"" + made.uf + "\" não é uma UF.");
    if (made.nome.empty() || !text::is_one_line(made.nome)) return wrong("centralizadores_estaduais", "o de " + made.uf + " está sem nome.");
    auto endereco = endereco_of(all.substr(second + 1));
    if (!endereco) return wrong("centralizadores_estaduais", "o de " + made.uf + ": " + endereco.error().fields.front().message);
    made.endereco = std::move(*endereco);
    return made;
}

/// In the list under this name and address, unless it was taken out of it.
Result<void> lay(const Destino& wanted, Ports& ports) {
    AROEIRA_CHECK(ports.destinos.insert_first(wanted));
    const auto kept = ports.destinos.find(wanted.id);
    if (!kept && kept.error().kind == ErrorKind::not_found) return {};
    AROEIRA_CHECK(kept);
    if (kept->nome == wanted.nome && kept->endereco == wanted.endereco) return {};
    Destino moved = *kept;
    moved.nome = wanted.nome;
    moved.endereco = wanted.endereco;
    AROEIRA_CHECK(ports.destinos.update(moved));
    return ports.destinos.set_conexao(moved.id, {});
}

/// What a state's link is laid for. Source: manual, 3.7.3.1, «instalações municipais».
bool sends_to_a_state(instalacoes::TipoInstalacao tipo) {
    return tipo == instalacoes::TipoInstalacao::prontuario || tipo == instalacoes::TipoInstalacao::centralizador_municipal;
}

}  // namespace

Result<KnownCentralizadores> known_centralizadores(std::string_view nacional, const std::vector<std::string>& estaduais) {
    KnownCentralizadores known;
    if (!nacional.empty()) {
        auto endereco = endereco_of(nacional);
        if (!endereco) return wrong("nacional", endereco.error().fields.front().message);
        known.nacional = std::move(*endereco);
    }
    std::set<std::string> seen;
    for (const auto& line : estaduais) {
        AROEIRA_TRY(auto one, estadual_of(line));
        if (!seen.insert(one.uf).second) return wrong("centralizadores_estaduais", one.uf + " aparece duas vezes.");
        known.estaduais.push_back(std::move(one));
    }
    return known;
}

Result<void> lay_destinos(const KnownCentralizadores& known, Ports& ports) {
    AROEIRA_TRY(auto nacional, ports.destinos.find(DestinoId::parse(kNacionalId).value()));
    nacional.endereco = known.nacional;
    AROEIRA_CHECK(lay(nacional, ports));
    AROEIRA_TRY(const auto card, ports.settings.card());
    if (!sends_to_a_state(card.tipo)) return {};
    AROEIRA_TRY(const auto municipios, ports.municipios.list());
    AROEIRA_TRY(const auto all, ports.destinos.list());
    for (const auto& one : known.estaduais) {
        const auto id = id_of(one.uf);
        const bool ours = std::any_of(municipios.begin(), municipios.end(), [&](const auto& municipio) { return municipio.uf == one.uf; });
        const bool there = std::any_of(all.begin(), all.end(), [&](const auto& other) { return other.id != id && other.endereco == one.endereco; });
        if (!ours || there) continue;
        Destino estadual{.id = id, .nome = one.nome, .origem = OrigemDestino::estadual};
        estadual.endereco = one.endereco;
        AROEIRA_CHECK(lay(estadual, ports));
    }
    return {};
}

}  // namespace aroeira::transmission
