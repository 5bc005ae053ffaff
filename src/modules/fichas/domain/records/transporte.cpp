// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/transporte.hpp"

#include "modules/fichas/domain/ledi/decode.hpp"
#include "modules/fichas/domain/ledi/describe.hpp"

namespace aroeira::fichas::ledi {

Version version_of(const DadoTransporte& envelope) {
    if (!envelope.versao) return {};
    const Versao& v = *envelope.versao;
    return {v.major.value_or(0), v.minor.value_or(0), v.revision.value_or(0)};
}

bool decode_envelope(std::string_view bytes, Arena& arena, DadoTransporte& out, DecodeError& error) {
    Decoder decoder(bytes, arena);
    const bool ok = decoder.decode(out);
    if (!ok) error = decoder.error();
    return ok;
}

template const StructInfo& describe<DadoTransporte>();

}  // namespace aroeira::fichas::ledi
