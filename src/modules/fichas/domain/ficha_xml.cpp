// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/domain/ledi/xml.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {
namespace {

using ledi::DadoTransporte;
using ledi::DadoInstalacao;

// Only the root, both installations and the record are qualified; everything inside is not.
void put_qualified(char prefix, std::string_view name, std::string_view tail, const ledi::StructInfo& info,
                   const ledi::Record& record, Buffer& out) {
    out.put("\n  <");
    out.put(prefix);
    out.put(':');
    out.put(name);
    out.put(tail);
    out.put('>');
    ledi::write_xml_fields(info, record, out, 2);
    out.put("\n  </");
    out.put(prefix);
    out.put(':');
    out.put(name);
    out.put('>');
}

void put_version(const ledi::Versao& versao, Buffer& out) {
    out.put("\n  <versao");
    for (const auto& [name, value] : {std::pair{" major=\"", versao.major}, {" minor=\"", versao.minor},
                                      {" revision=\"", versao.revision}}) {
        out.put(name);
        out.put(std::to_string(value.value_or(0)));
        out.put('"');
    }
    out.put("/>");
}

}  // namespace

void write_xml(const Ficha& ficha, Buffer& out) {
    const auto& info = ledi::describe<DadoTransporte>();
    const DadoTransporte& envelope = *ficha.envelope;
    out.put("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<t:dadoTransporteTransportXml xmlns:t=\"http://esus.ufsc.br/dadotransporte\""
            " xmlns:i=\"http://esus.ufsc.br/dadoinstalacao\">");
    DadoTransporte head;  // The part of the envelope that is plain elements.
    head.uuidDadoSerializado = envelope.uuidDadoSerializado;
    head.tipoDadoSerializado = envelope.tipoDadoSerializado;
    head.codIbge = envelope.codIbge;
    head.cnesDadoSerializado = envelope.cnesDadoSerializado;
    head.ineDadoSerializado = envelope.ineDadoSerializado;
    head.numLote = envelope.numLote;
    head.unknown = envelope.unknown;
    ledi::write_xml_fields(info, head, out, 1);
    if (ficha.record) {
        const std::string space = " xmlns:f=\"" + std::string(ficha.tipo->xml_namespace) + "\"";
        put_qualified('f', ficha.tipo->xml_element, space, ficha.tipo->info(), *ficha.record, out);
    }
    const auto& installation = *info.find("remetente")->record;
    if (envelope.remetente) put_qualified('i', "remetente", "", installation, *envelope.remetente, out);
    if (envelope.originadora) put_qualified('i', "originadora", "", installation, *envelope.originadora, out);
    if (envelope.versao) put_version(*envelope.versao, out);
    out.put("\n</t:dadoTransporteTransportXml>\n");
}

}  // namespace aroeira::fichas
