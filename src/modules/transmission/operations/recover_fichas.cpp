// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/recover_fichas.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kBlock = 200;  // fichas in memory at once

/// What the trail says of it.
struct Recovered {
    std::string cnes{};
    static constexpr auto fields = std::tuple{json::field("cnes", &Recovered::cnes)};
};

class Walk {
public:
    Walk(const Ibge& municipio, std::string cnes, const Services& services)
        : municipio_(municipio), cnes_(std::move(cnes)), services_(services), zip_(bytes_) {}

    Result<bool> next(std::string& bytes) {
        if (over_) return false;
        AROEIRA_TRY(const auto found, services_.unit.read([&](Ports& ports) { return ports.kept.next(municipio_, cnes_, at_, kBlock); }));
        for (const auto& ficha : found) {
            AROEIRA_TRY(const auto content, as_thrift_.thrift_of(ficha.conteudo));
            AROEIRA_CHECK(zip_.add(entry_name_of(ficha.uuid, count_++), content));
        }
        over_ = found.empty();
        if (over_) AROEIRA_CHECK(zip_.finish());
        bytes = std::exchange(bytes_, {});
        return true;
    }

private:
    Ibge municipio_;
    std::string cnes_;
    const Services& services_;
    std::string bytes_{};
    zip::Writer zip_;
    ThriftWriter as_thrift_{};
    fichas::Parada at_{};
    std::size_t count_ = 0;
    bool over_ = false;
};

Error nothing_kept() {
    return {ErrorKind::not_found, "TRANS-0034", "Nenhuma ficha deste estabelecimento está guardada aqui. Confira o município e o CNES."};
}

}  // namespace

Result<RecoveredFile> recover_fichas(const MayManage& granted, const Recovery& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked.municipio));
    const auto& actor = granted.actor();
    const std::string ibge(municipio.text());
    const std::string cnes(asked.cnes ? asked.cnes->text() : std::string_view());
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.municipios.require(municipio));
        fichas::Parada begin;
        AROEIRA_TRY(const auto first, ports.kept.next(municipio, cnes, begin, 1));
        if (first.empty()) return nothing_kept();
        return ports.trail.record({.event = audit::Event::lote_salvo, .actor = actor.key, .address = actor.address, .entity = "recuperacao",
                                   .entity_id = cnes, .municipio = ibge, .details = json::text_of(Recovered{cnes})});
    }));
    auto walk = std::make_shared<Walk>(municipio, cnes, services);
    return RecoveredFile{"recuperacao-" + (cnes.empty() ? ibge : ibge + "-" + cnes) + ".zip", [walk](std::string& bytes) { return walk->next(bytes); }};
}

}  // namespace aroeira::transmission
