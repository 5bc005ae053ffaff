// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of the CNES. The cut of the chunks changes nothing, and what is accepted holds
// together: every lotação has its professional, its unit and its team in the file, each once.
#include <cstdint>
#include <cstdlib>
#include <set>

#include "modules/estabelecimentos/domain/cnes_reader.hpp"
#include "modules/estabelecimentos/domain/mudancas.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;

namespace {

void must(bool condition) {
    if (!condition) std::abort();
}

Result<CnesFile> read(std::string_view text, std::size_t cut) {
    CnesReader reader(std::nullopt);
    for (std::size_t at = 0; at < text.size(); at += cut) AROEIRA_CHECK(reader.feed(text.substr(at, cut)));
    return reader.finish();
}

void expect_whole(const CnesFile& file) {
    std::set<std::string_view> units, cpfs;
    std::set<std::pair<std::string_view, std::string_view>> teams;
    for (const auto& one : file.unidades) must(units.insert(one.cnes).second);
    for (const auto& one : file.equipes) must(units.contains(one.cnes) && teams.insert({one.cnes, one.ine}).second);
    for (const auto& one : file.profissionais) must(cpfs.insert(one.cpf).second);
    std::set<std::tuple<std::uint32_t, std::string_view, std::string_view, std::string_view>> seen;
    for (const auto& one : file.lotacoes) {
        must(one.profissional < file.profissionais.size() && units.contains(one.cnes));
        must(one.ine.empty() || teams.contains({one.cnes, one.ine}));
        must(seen.insert({one.profissional, one.cnes, one.ine, one.cbo}).second);
    }
    for (const auto& one : file.rejeicoes) must(!one.motivo.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read(text, size);
    const auto pieces = read(text, data[0] + std::size_t{1});
    must(whole.has_value() == pieces.has_value());
    if (!whole) {
        must(!whole.error().message.empty());
        return 0;
    }
    must(whole->lotacoes.size() == pieces->lotacoes.size() && whole->rejeicoes.size() == pieces->rejeicoes.size());
    expect_whole(*whole);
    const auto changes = compare(*whole, {}, "2026-01-01");
    must(changes.total_lotacoes.novas == static_cast<std::int64_t>(whole->lotacoes.size()));
    (void)cadastro_after(*whole, changes, {});
    return 0;
}
