// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/ceps.hpp"

#include <unordered_set>

#include "base/text.hpp"
#include "modules/estabelecimentos/api/cadastro.hpp"
#include "modules/tabelas/api/tabelas.hpp"
#include "platform/csv/csv.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kCepDigits = 8;

bool is_cep(std::string_view text) { return text.size() == kCepDigits && text.find_first_not_of("0123456789") == text.npos; }

Error no_address(std::size_t line, std::string_view why) {
    return {ErrorKind::invalid_input, "CEP-0003", "Linha " + std::to_string(line) + ": " + std::string(why) + " Nada foi importado."};
}

/// The rows of a file, each looked at.
class Rows {
public:
    explicit Rows(csv::Reader reader) : reader_(std::move(reader)) {}
    /// Errors: CEP-0003, CSV-….
    Result<bool> next(EnderecoDoCep& out) {
        for (;;) {
            AROEIRA_TRY(const bool more, reader_.next(row_));
            if (!more) return false;
            AROEIRA_CHECK(read(out));
            if (seen_.insert(static_cast<std::uint32_t>(number_of(out.cep))).second) return true;
        }
    }

private:
    Result<void> read(EnderecoDoCep& out) {
        out = {digits_typed(row_[0]), std::string(text::trim(row_[1])), std::string(text::trim(row_[2])), std::string(text::trim(row_[3])),
               std::string(text::trim(row_[4]))};
        if (!is_cep(out.cep)) return no_address(reader_.line(), "o CEP não tem 8 dígitos.");
        const auto place = tabelas::municipio(out.cidade);
        if (!place || place->uf != out.uf) return no_address(reader_.line(), "o município (IBGE) não existe nesta UF.");
        return {};
    }

    csv::Reader reader_;
    std::vector<std::string> row_;
    std::unordered_set<std::uint32_t> seen_;
};

}  // namespace

Result<EnderecoDoCep> find_cep(const identity::Granted<identity::Permission::profissionais_ver>&, std::string_view cep, const Services& services) {
    if (!is_cep(cep)) return Error{ErrorKind::not_found, "CEP-0002", "O CEP não tem 8 dígitos. Confira-o."};
    AROEIRA_TRY(auto found, services.unit.read([&](Ports& ports) { return ports.ceps.find(cep); }));
    if (!found)
        return Error{ErrorKind::not_found, "CEP-0001", "Este CEP não está na base de endereços desta instalação. Preencha o endereço."};
    return std::move(*found);
}

Result<std::int64_t> import_ceps(const identity::Granted<identity::Permission::municipios_gerenciar>& granted, std::string_view csv,
                                 const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<std::int64_t> {
        AROEIRA_TRY(auto reader, csv::Reader::open(csv, {"cep", "uf", "ibge", "bairro", "logradouro"}));
        Rows rows(std::move(reader));
        AROEIRA_TRY(const auto count, ports.ceps.replace([&](EnderecoDoCep& out) { return rows.next(out); }));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::operacao_no_banco, .actor = granted.actor().key, .address = granted.actor().address,
                                          .entity = "cep", .details = R"({"linhas":)" + std::to_string(count) + "}"}));
        return count;
    });
}

}  // namespace aroeira::estabelecimentos
