// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/ledi/thrift_peer.hpp"

#include <thrift/protocol/TBinaryProtocol.h>
#include <thrift/transport/TBufferTransports.h>

#include <memory>

#include "ledi_types.h"

namespace aroeira::bench::PEER {
namespace {

using Memory = apache::thrift::transport::TMemoryBuffer;

// The concrete protocol: the templates are read without a virtual call, as they were made for.
struct Reader {
    std::shared_ptr<Memory> memory = std::make_shared<Memory>();
    apache::thrift::protocol::TBinaryProtocolT<Memory> protocol{memory};

    template <class T>
    void read(std::string_view bytes, T& out) {
        memory->resetBuffer(reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.data())),
                            static_cast<std::uint32_t>(bytes.size()));
        out.read(&protocol);
        memory->readEnd();  // the next message may be as large again
    }
};

}  // namespace

std::size_t read_consultation(std::string_view bytes) {
    static Reader reader;
    ::PEER::DadoTransporte envelope;
    reader.read(bytes, envelope);
    ::PEER::FichaAtendimentoIndividualMaster ficha;
    reader.read(envelope.dadoSerializado, ficha);
    return ficha.atendimentosIndividuais.size();
}

}  // namespace aroeira::bench::PEER
