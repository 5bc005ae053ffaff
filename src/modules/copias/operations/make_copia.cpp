// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/operations/make_copia.hpp"

#include "platform/json/json.hpp"

namespace aroeira::copias {
namespace {

/// What the trail keeps of a copy.
struct Detalhes {
    std::string arquivo{};
    std::int64_t tamanho = 0;
    std::int64_t linhas = 0;
    std::string sha256{};
    std::string codigo{};
    static constexpr auto fields = std::tuple{json::field("arquivo", &Detalhes::arquivo), json::field("tamanho", &Detalhes::tamanho),
                                              json::field("linhas", &Detalhes::linhas), json::field("sha256", &Detalhes::sha256),
                                              json::field("codigo", &Detalhes::codigo)};
};

struct Maker {
    std::string key, address;
    Origem origem;
};

Result<backup::About> about_here(const Services& services) {
    AROEIRA_TRY(const auto card, services.unit.read([](Ports& ports) { return ports.settings.card(); }));
    return backup::About{.criada_ms = to_ms(services.clock.now()), .program = services.program, .instalacao = std::string(card.id.text()),
                         .nome = card.nome};
}

/// The disk is asked again, not the memory.
Result<backup::Summary> write_and_read_back(const std::string& path, const backup::Lock& lock, const Services& services,
                                            const backup::Progress& progress) {
    AROEIRA_TRY(const auto about, about_here(services));
    AROEIRA_TRY(const auto files, services.files());
    AROEIRA_TRY(auto made, backup::create(path, lock, about, files, services.database, progress));
    AROEIRA_TRY(const auto again, services.read_back(path));
    if (again == made.sha256) return made;
    return Error{ErrorKind::unavailable, "COPIA-0013", "O disco não devolveu a cópia de segurança como foi gravada. Escolha outra pasta e faça outra."};
}

Result<Copia> keep(const Maker& maker, Copia copia, const Result<backup::Summary>& made, const Services& services) {
    std::string code;
    if (made) {
        copia.tamanho = static_cast<std::int64_t>(made->bytes);
        copia.linhas = made->rows;
        copia.sha256 = made->sha256;
    } else {
        copia.situacao = Situacao::falhou;
        copia.mensagem = made.error().message;
        code = made.error().code.text();
    }
    copia.concluida = services.clock.now();
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.copias.insert(copia));
        if (!made && code != "COPIA-0013") return {};
        return ports.trail.record({.event = made ? audit::Event::copia_de_seguranca_realizada : audit::Event::copia_de_seguranca_integridade, .actor = maker.key,
                                   .address = maker.address, .entity = "copia_de_seguranca", .entity_id = std::string(copia.id.text()),
                                   .details = json::text_of(Detalhes{copia.arquivo, copia.tamanho, copia.linhas, copia.sha256, code})});
    }));
    if (!made) return made.error();
    return copia;
}

Result<Copia> make(const Maker& maker, const std::string& path, const backup::Lock& lock, const Services& services,
                   const backup::Progress& progress) {
    const Copia copia{.id = services.ids.make<Copia>(), .origem = maker.origem, .arquivo = path, .ator = maker.key, .iniciada = services.clock.now()};
    const auto made = write_and_read_back(path, lock, services, progress);
    // Who stopped it knows.
    if (!made && made.error().code.text() == "COPIA-0006") return made.error();
    return keep(maker, copia, made, services);
}

}  // namespace

Result<Copia> make_copia(const MayCopy& granted, const std::string& path, const backup::Lock& lock, const Services& services,
                         const backup::Progress& progress) {
    return make({granted.actor().key, granted.actor().address, Origem::pedida}, path, lock, services, progress);
}

Result<Copia> make_scheduled(const std::string& path, const backup::Lock& lock, const Services& services, const backup::Progress& progress) {
    return make({std::string(identity::kRoutineKey), "", Origem::agendada}, path, lock, services, progress);
}

}  // namespace aroeira::copias
