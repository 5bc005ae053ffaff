// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/piece.hpp"

#include <algorithm>
#include <tuple>

namespace aroeira::relatorios {
namespace {

/// The newest says what the cadastro is; of one instant, whichever, but always the same.
FichaDoCadastro* newest(std::vector<FichaDoCadastro>& fichas) {
    const auto last = std::max_element(fichas.begin(), fichas.end(), [](const FichaDoCadastro& a, const FichaDoCadastro& b) {
        return std::tie(a.em_ms, a.uuid) < std::tie(b.em_ms, b.uuid);
    });
    return last == fichas.end() ? nullptr : &*last;
}

FichaDoCadastro* counted_one(std::vector<FichaDoCadastro>& fichas) {
    const auto found = std::find_if(fichas.begin(), fichas.end(), [](const FichaDoCadastro& one) { return one.vigente; });
    return found == fichas.end() ? nullptr : &*found;
}

}  // namespace

Result<Marcas*> Piece::marcas_of(const fichas::FichaGuardada& ficha) {
    const auto key = std::pair(ficha.lote, Marcas::bloco_of(ficha.posicao));
    auto found = marcas_.find(key);
    if (found == marcas_.end()) {
        AROEIRA_TRY(auto kept, ports_.contadas.marcas(municipio_, key.first, key.second));
        found = marcas_.emplace(key, std::move(kept)).first;
    }
    return &found->second;
}

Result<bool> Piece::is_counted(const fichas::FichaGuardada& ficha) {
    AROEIRA_TRY(const auto* marcas, marcas_of(ficha));
    return marcas->has(ficha.posicao);
}

Result<void> Piece::set_counted(const fichas::FichaGuardada& ficha, bool counted) {
    AROEIRA_TRY(auto* marcas, marcas_of(ficha));
    marcas->set(ficha.posicao, counted);
    return {};
}

Result<void> Piece::look_at(const fichas::FichaGuardada& ficha) {
    if (ficha.atual && ficha.key.versao > 1) AROEIRA_CHECK(take_back_others(ficha));
    AROEIRA_TRY(const bool was, is_counted(ficha));
    const bool should = ficha.atual && ficha.valida;
    if (was == should) return {};
    return change(ficha, should);
}

Result<void> Piece::take_back_others(const fichas::FichaGuardada& current) {
    AROEIRA_TRY(const auto versions, ports_.fichas.versions(municipio_, current.key.uuid));
    for (const auto& version : versions) {
        if (version.key == current.key) continue;
        AROEIRA_TRY(const bool counted, is_counted(version));
        if (!counted) continue;
        AROEIRA_TRY(const auto whole, ports_.fichas.find(municipio_, version.key));
        if (whole) AROEIRA_CHECK(change(*whole, false));
    }
    return {};
}

std::optional<Contada> Piece::read(const fichas::FichaGuardada& ficha, int& tipo) {
    arena_.rewind();
    const auto reading = fichas::read_file(ficha.formato == "xml" ? "ficha.esus.xml" : "ficha.esus", ficha.conteudo, arena_);
    if (!reading || !reading.ficha.tipo) return std::nullopt;
    tipo = reading.ficha.tipo->codigo;
    return contador_.count(reading.ficha, offset_);
}

Result<void> Piece::change(const fichas::FichaGuardada& ficha, bool counted) {
    AROEIRA_CHECK(set_counted(ficha, counted));
    int tipo = 0;
    const auto contada = read(ficha, tipo);
    if (!contada) return {};
    add(*contada, Especie::producao, counted ? 1 : -1);
    if (contada->origem.empty()) return {};
    return change_cadastro(ficha, *contada, tipo, counted);
}

Result<void> Piece::change_cadastro(const fichas::FichaGuardada& ficha, const Contada& contada, int tipo, bool counted) {
    AROEIRA_TRY(auto all, ports_.contadas.cadastro(municipio_, tipo, contada.origem));
    std::optional<FichaDoCadastro> before;
    if (const auto* one = counted_one(all)) before = *one;
    std::erase_if(all, [&](const FichaDoCadastro& one) { return one.uuid == ficha.key.uuid; });
    if (counted) {
        all.push_back({ficha.key.uuid, ficha.key.versao, contada.em_ms, false});
    } else {
        AROEIRA_CHECK(ports_.contadas.remove_cadastro(municipio_, tipo, contada.origem, ficha.key.uuid));
    }
    auto* const after = newest(all);
    const bool same = before && after && before->uuid == after->uuid && before->versao == after->versao;
    if (same) {
        after->vigente = true;
    } else {
        if (before) AROEIRA_CHECK(count_version(*before, -1));
        for (auto& one : all) {
            if (!one.vigente) continue;
            one.vigente = false;
            AROEIRA_CHECK(ports_.contadas.save_cadastro(municipio_, tipo, contada.origem, one));
        }
        if (after) {
            after->vigente = true;
            AROEIRA_CHECK(count_version(*after, 1));
            AROEIRA_CHECK(ports_.contadas.save_cadastro(municipio_, tipo, contada.origem, *after));
        }
    }
    if (!counted || (after && after->uuid == ficha.key.uuid)) return {};
    return ports_.contadas.save_cadastro(municipio_, tipo, contada.origem, all.back());
}

Result<void> Piece::count_version(const FichaDoCadastro& version, std::int64_t times) {
    AROEIRA_TRY(const auto whole, ports_.fichas.find(municipio_, {version.uuid, version.versao}));
    int tipo = 0;
    if (!whole) return {};
    if (const auto contada = read(*whole, tipo)) add(*contada, Especie::consolidado, times);
    return {};
}

void Piece::add(const Contada& contada, Especie especie, std::int64_t times) {
    const auto& at = contada.lotacao;
    for (const auto& parcela : contada.parcelas) {
        if (parcela.relatorio->especie != especie) continue;
        Soma soma{.relatorio = std::string(parcela.relatorio->codigo)};
        soma.cnes = at.cnes;
        soma.ine = at.ine;
        soma.cbo = at.cbo;
        soma.profissional = at.profissional;
        for (const auto grao : {Grao::dia, Grao::mes}) {
            soma.grao = grao;
            soma.periodo = grao == Grao::dia ? dia_text(at.dia) : mes_text(at.dia);
            deltas_[soma].add(parcela.contadores, times);
        }
    }
}

Result<void> Piece::finish() {
    for (auto& [soma, delta] : deltas_) {
        AROEIRA_TRY(const auto kept, ports_.somas.read(municipio_, soma));
        AROEIRA_CHECK(delta.add_packed(kept));
        AROEIRA_TRY(const auto packed, delta.packed());
        if (packed != kept) AROEIRA_CHECK(ports_.somas.write(municipio_, soma, packed));
    }
    for (const auto& [place, marcas] : marcas_) AROEIRA_CHECK(ports_.contadas.save_marcas(municipio_, place.first, place.second, marcas));
    return {};
}

}  // namespace aroeira::relatorios
