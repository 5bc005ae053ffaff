// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/acessos.hpp"

#include <algorithm>
#include <bit>

#include "modules/tabelas/api/cadastro.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr int kBlock = 200;
constexpr std::string_view kStage = "Dando acesso aos profissionais";

Result<void> set_perfis(std::string_view lotacao, std::string_view cpf_text, std::string_view nome, const Ibge& municipio,
                        std::span<const std::string> perfis, Ports& ports) {
    AROEIRA_TRY(const auto cpf, Cpf::parse(cpf_text));
    AROEIRA_TRY(const auto usuario, ports.people.ensure(cpf, nome));
    return ports.people.set_perfis(usuario, municipio, lotacao, perfis);
}

/// Whether the lotação is as it should be now: one that no standard perfil fits stays without acessos.
Result<void> settle(const UnsettledLotacao& one, const Ibge& municipio, Ports& ports) {
    const auto perfis = one.ativa ? suggested_perfis(one.cbo, one.tipo_equipe) : std::vector<std::string>();
    if (one.ativa && perfis.empty()) return {};
    const auto done = set_perfis(one.id, one.cpf, one.nome, municipio, perfis, ports);
    if (!done && done.error().kind == ErrorKind::invalid_input) return {};
    AROEIRA_CHECK(done);
    return ports.lotacoes.set_com_acesso(municipio, one.id, one.ativa);
}

}  // namespace

std::vector<std::string> suggested_perfis(std::string_view cbo, std::string_view tipo_equipe) {
    const auto perfil = tabelas::perfil_of_cbo(cbo, tipo_equipe);
    if (perfil.empty()) return {};
    return {std::string(perfil)};
}

Result<void> give_perfis(const LotacaoCadastrada& lotacao, const DadosProfissional& pessoa, const Ibge& municipio,
                         std::span<const std::string> perfis, Ports& ports) {
    AROEIRA_CHECK(set_perfis(lotacao.id.text(), pessoa.cpf, pessoa.nome, municipio, perfis, ports));
    return ports.lotacoes.set_com_acesso(municipio, lotacao.id.text(), true);
}

Result<void> end_lotacao(const LotacaoCadastrada& lotacao, const ProfissionalCadastrado& person, const Ibge& municipio, Ports& ports) {
    auto ended = lotacao;
    ended.ativa = false;
    AROEIRA_CHECK(ports.lotacoes.update(municipio, ended));
    AROEIRA_CHECK(set_perfis(lotacao.id.text(), person.dados.cpf, person.dados.nome, municipio, {}, ports));
    return ports.lotacoes.set_com_acesso(municipio, lotacao.id.text(), false);
}

Result<void> settle_acessos(const Ibge& municipio, const Services& services, const OnProgress& on_progress) {
    std::int64_t total = 0;
    AROEIRA_CHECK(services.unit.read([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(total, ports.lotacoes.unsettled(municipio));
        return {};
    }));
    AROEIRA_CHECK(on_progress(kStage, 0, total));
    std::string after;
    std::int64_t done = 0;
    for (unsigned blocks = 1;; ++blocks) {
        AROEIRA_TRY(const auto block, services.unit.write([&](Ports& ports) -> Result<std::vector<UnsettledLotacao>> {
            AROEIRA_TRY(auto some, ports.lotacoes.to_settle(municipio, after, kBlock));
            for (const auto& one : some) AROEIRA_CHECK(settle(one, municipio, ports));
            // Each time there are twice as many: what is best for hundreds is not for thousands.
            if (some.size() == kBlock && std::has_single_bit(blocks)) AROEIRA_CHECK(ports.people.many_were_set());
            return some;
        }));
        if (block.empty()) return {};
        after = block.back().id;
        done += static_cast<std::int64_t>(block.size());
        AROEIRA_CHECK(on_progress(kStage, done, std::max(done, total)));
    }
}

}  // namespace aroeira::estabelecimentos
