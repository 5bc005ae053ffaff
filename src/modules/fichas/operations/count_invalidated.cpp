// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/count_invalidated.hpp"

namespace aroeira::fichas {
namespace {

constexpr int kBlock = 1000;

}  // namespace

Result<std::int64_t> count_invalidated(const Ibge& municipio, Evaluator& evaluator, const Services& services, const OnProgress& on_progress) {
    std::int64_t seen = 0, refused = 0;
    Parada last;
    for (bool more = true; more;) {
        AROEIRA_TRY(const auto block, services.unit.read([&](Ports& ports) { return ports.fichas.valid_after(municipio, last, kBlock); }));
        for (const auto& one : block) {
            FichaAvaliada now;
            // The name says nothing here: it was compared when the ficha was received.
            evaluator.evaluate(one.formato == "xml" ? "ficha.esus.xml" : "ficha.esus", one.conteudo, now);
            if (now.situacao != Situacao::valida) ++refused;
        }
        seen += static_cast<std::int64_t>(block.size());
        more = block.size() == static_cast<std::size_t>(kBlock);
        if (more) last = block.back().place();
        AROEIRA_CHECK(on_progress("Conferindo as fichas já recebidas", seen, 0));
    }
    return refused;
}

}  // namespace aroeira::fichas
