// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/read_original.hpp"

#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas {
namespace {

std::string_view extension_of(Formato formato) {
    switch (formato) {
        case Formato::json: return ".json";
        case Formato::xml: return ".esus.xml";
        case Formato::recebido:
        case Formato::thrift: return ".esus";
    }
    return {};
}

/// A kept ficha was readable when it came; that it no longer is would be our fault.
Result<std::string> written_as(Formato formato, const FichaOriginal& original) {
    Arena arena;
    const auto reading = read_file("", original.conteudo, arena);
    if (!reading)
        return Error{ErrorKind::internal, "RECEB-0041", "A ficha guardada não pôde ser lida de novo. Avise o suporte.", {},
                     reading.fault->message};
    Buffer out;
    if (formato == Formato::json) write_json(reading.ficha, out);
    else if (formato == Formato::xml) write_xml(reading.ficha, out);
    else write_thrift(reading.ficha, out);
    return std::string(out.view());
}

}  // namespace

std::string_view name_of(Formato formato) {
    switch (formato) {
        case Formato::recebido: return "recebido";
        case Formato::thrift: return "thrift";
        case Formato::xml: return "xml";
        case Formato::json: return "json";
    }
    return {};
}

Result<OriginalFile> read_original(const identity::Granted<identity::Permission::fichas_ver>& granted,
                                   const OriginalRequest& request, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(request.municipio));
    AROEIRA_TRY(auto original, services.unit.write([&](Ports& ports) -> Result<FichaOriginal> {
        AROEIRA_TRY(auto found, ports.fichas.read_original(municipio, request.uuid, request.versao));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::ficha_consultada, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "ficha", .entity_id = request.uuid,
                                          .municipio = std::string(municipio.text()),
                                          .details = R"({"formato":")" + std::string(name_of(request.formato)) + R"("})"}));
        return found;
    }));
    const auto came_as = original.formato == "xml" ? Formato::xml : Formato::thrift;
    if (request.formato == Formato::recebido)
        return OriginalFile{request.uuid + std::string(extension_of(came_as)), std::move(original.conteudo)};
    AROEIRA_TRY(auto content, written_as(request.formato, original));
    return OriginalFile{request.uuid + std::string(extension_of(request.formato)), std::move(content)};
}

}  // namespace aroeira::fichas
