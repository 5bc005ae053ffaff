// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/operations/tipos_servico.hpp"

#include "modules/gestao/domain/nome.hpp"

namespace aroeira::gestao {
namespace {

constexpr std::string_view kEntity = "tipo_servico";

Error unknown() { return {ErrorKind::not_found, "GESTAO-0006", "Este tipo de serviço não existe mais."}; }

Error wrong(std::string message, std::string fix) {
    return {ErrorKind::invalid_input, "GESTAO-0005", "O nome do tipo de serviço não pode ser aceito.", {{"GESTAO-0005", "nome", std::move(message), std::move(fix)}}};
}
Error name_taken() { return wrong("Já existe um tipo de serviço com este nome.", "Escolha outro nome, ou edite o que existe."); }

Result<std::string> read(std::string nome) {
    nome = text::trim(nome);
    if (!is_nome(nome)) return wrong("O nome está vazio ou não pôde ser lido.", kNomeFix);
    return nome;
}

}  // namespace

Result<PageOfThings<TipoServico>> list_tipos(const MayGovern& granted, std::string_view busca, const PageOf& page, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    const auto folded = text::fold(busca);
    return services.unit.read([&](Ports& ports) { return ports.tipos.page(municipio, folded, page); });
}

Result<TipoServico> add_tipo(const MayGovern& granted, std::string nome, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(auto good, read(std::move(nome)));
    const TipoServico tipo{services.ids.make<TipoServico>(), std::move(good), 1};
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.tipos.insert(municipio, tipo));
        return record(std::string(kEntity), tipo.id.text(), R"({"adicionado":true})", granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return name_taken();
    if (!done) return done.error();
    return tipo;
}

Result<TipoServico> edit_tipo(const MayGovern& granted, const TipoServicoId& id, std::string nome, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    // What does not exist does not exist, whatever was said of it.
    AROEIRA_TRY(const auto known, services.unit.read([&](Ports& ports) { return ports.tipos.find(municipio, id); }));
    if (!known) return unknown();
    AROEIRA_TRY(auto good, read(std::move(nome)));
    TipoServico tipo{id, std::move(good), versao};
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool saved, ports.tipos.update(municipio, tipo));
        if (!saved) return changed_meanwhile();
        return record(std::string(kEntity), id.text(), R"({"versao":)" + std::to_string(versao + 1) + "}", granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return name_taken();
    if (!done) return done.error();
    ++tipo.versao;
    return tipo;
}

Result<void> remove_tipo(const MayGovern& granted, const TipoServicoId& id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool in_use, services.tipo_in_use(ports.session, municipio, id));
        if (in_use)
            return Error{ErrorKind::conflict, "GESTAO-0007", "Este tipo de serviço é oferecido por uma unidade de saúde. Retire-o das unidades antes de o excluir."};
        AROEIRA_TRY(const bool removed, ports.tipos.remove(municipio, id));
        if (!removed) return unknown();
        return record(std::string(kEntity), id.text(), R"({"excluido":true})", granted.actor(), municipio, ports);
    });
}

}  // namespace aroeira::gestao
