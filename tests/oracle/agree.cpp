// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/agree.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "modules/fichas/domain/records/transporte.hpp"
#include "tests/oracle/print.hpp"
#include "tests/oracle/wire.hpp"

namespace aroeira::oracle {
namespace {

// Where two long texts part, with what stands before.
std::string parting(std::string_view a, std::string_view b) {
    const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const std::size_t from = at < 60 ? 0 : at - 60;
    return "Thrift: …" + std::string(a.substr(from, 120)) + "\n  ours: …" + std::string(b.substr(from, 120));
}

template <class T>
void agree(std::string_view bytes, T theirs, const fichas::ledi::StructInfo& info, const fichas::ledi::Record& ours) {
    REQUIRE_NOTHROW(read(bytes, theirs));
    const std::string read_by_thrift = in_words(theirs), read_by_us = in_thrift_words(info, ours);
    CHECK_MESSAGE((read_by_thrift == read_by_us), parting(read_by_thrift, read_by_us));
    // What only we give an id to, Thrift skips.
    CHECK((write(theirs) == bytes) == !has_unpublished(info, ours));
}

}  // namespace

std::string thrift_of(const fichas::Ficha& ficha) {
    fichas::Buffer out;
    fichas::write_thrift(ficha, out);
    return std::string(out.view());
}

void agree_on(std::string_view bytes) {
    using fichas::ledi::DadoTransporte;
    fichas::Arena arena;
    const auto ours = fichas::decode(bytes, arena);
    REQUIRE(ours);
    const fichas::Ficha& ficha = ours.ficha;
    agree(bytes, ledi_oracle::DadoTransporte(), fichas::ledi::describe<DadoTransporte>(), *ficha.envelope);
    if (!ficha.record) return;
    CHECK(ledi_oracle::with_root(ficha.tipo->codigo, [&](auto root) {
        agree(ficha.envelope->dadoSerializado, root, ficha.tipo->info(), *ficha.record);
    }));
}

}  // namespace aroeira::oracle
