// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <fstream>

#include "app/commands.hpp"
#include "app/opened.hpp"
#include "modules/audit/module.hpp"
#include "platform/json/json.hpp"

namespace aroeira::app {
namespace {

Result<audit::Proof> proof_of(const Config& config, const ProveOptions& options) {
    AROEIRA_TRY(const auto opened, open_existing(config));
    AROEIRA_CHECK(audit::seal_chains(*opened.database, opened.vault));
    AROEIRA_CHECK(audit::close_blocks(*opened.database, opened.vault));
    std::optional<audit::Proof> proof;
    AROEIRA_CHECK(opened.database->read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(proof, audit::prove(session, opened.vault, options.municipio, options.event));
        return {};
    }));
    return std::move(*proof);
}

Result<audit::Proof> read_proof(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return Error{ErrorKind::not_found, "APP-0006", "A prova não pôde ser lida. Confira o caminho e as permissões do arquivo."};
    return json::parse<audit::Proof>(text);
}

}  // namespace

int prove_event(const Config& config, const ProveOptions& options) {
    const auto proof = proof_of(config, options);
    if (!proof) return fail(proof.error(), kUnreadable);
    const auto text = json::text_of(*proof);
    if (options.file.empty()) {
        std::printf("%s\n", text.c_str());
        return 0;
    }
    if (const auto written = write_whole(options.file, text); !written) return fail(written.error(), kUnreadable);
    std::printf("Prova gravada: evento %lld de %lld. Confira com: aroeira auditoria conferir %s\n", static_cast<long long>(proof->position),
                static_cast<long long>(proof->size), options.file.c_str());
    return 0;
}

int check_event_proof(const std::string& file, const std::string& chave) {
    const auto proof = read_proof(file);
    if (!proof) return fail(proof.error(), kUnreadable);
    if (const auto checked = audit::check_proof(*proof, chave); !checked) {
        std::printf("%s\n", checked.error().message.c_str());
        return 1;
    }
    std::printf("O evento %s é o de número %lld de %lld da trilha de %s.\nChave: %s%s\n", proof->event.id.c_str(), static_cast<long long>(proof->position),
                static_cast<long long>(proof->size), proof->event.municipio.empty() ? "instalação" : proof->event.municipio.c_str(), proof->public_key.c_str(),
                chave.empty() ? " (a que a prova traz; compare com a de um selo guardado)" : "");
    return 0;
}

}  // namespace aroeira::app
