// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/estabelecimentos/operations/unidades.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos::views {

struct UnidadeDeSaude {
    std::string cnes{}, nome{}, tipo{};
    bool ativa = true;
    static constexpr auto fields = std::tuple{json::field("cnes", &UnidadeDeSaude::cnes), json::field("nome", &UnidadeDeSaude::nome),
                                              json::field("tipo", &UnidadeDeSaude::tipo), json::field("ativa", &UnidadeDeSaude::ativa)};
};

struct UnidadesDeSaude {
    std::vector<UnidadeDeSaude> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &UnidadesDeSaude::itens), json::field("total", &UnidadesDeSaude::total)};
};

struct TipoServico {
    std::string nome{}, origem{};
    static constexpr auto fields = std::tuple{json::field("nome", &TipoServico::nome),
                                              json::field("origem", &TipoServico::origem, "O que no CNES diz que a unidade o oferece.")};
};

/// «Informações» and «Tipos de serviço».
struct UnidadeCompleta : UnidadeDeSaude {
    std::string cnpj{}, subtipo{}, complexidades{}, telefone1{}, telefone2{}, fax{}, email{};
    std::string cep{}, uf{}, bairro{}, logradouro{}, numero{}, complemento{}, referencia{};
    std::vector<TipoServico> tipos_servico{};
    static constexpr auto fields = std::tuple_cat(
        UnidadeDeSaude::fields,
        std::tuple{json::field("cnpj", &UnidadeCompleta::cnpj), json::field("subtipo", &UnidadeCompleta::subtipo),
                   json::field("complexidades", &UnidadeCompleta::complexidades, "Siglas: AB, MC, AC."),
                   json::field("telefone1", &UnidadeCompleta::telefone1), json::field("telefone2", &UnidadeCompleta::telefone2),
                   json::field("fax", &UnidadeCompleta::fax), json::field("email", &UnidadeCompleta::email),
                   json::field("cep", &UnidadeCompleta::cep), json::field("uf", &UnidadeCompleta::uf),
                   json::field("bairro", &UnidadeCompleta::bairro), json::field("logradouro", &UnidadeCompleta::logradouro),
                   json::field("numero", &UnidadeCompleta::numero), json::field("complemento", &UnidadeCompleta::complemento),
                   json::field("referencia", &UnidadeCompleta::referencia), json::field("tipos_servico", &UnidadeCompleta::tipos_servico)});
};

struct Equipe {
    std::string ine{}, tipo{}, area{}, nome{};
    bool ativa = true;
    static constexpr auto fields = std::tuple{json::field("ine", &Equipe::ine), json::field("tipo", &Equipe::tipo, "Sigla do tipo."),
                                              json::field("area", &Equipe::area), json::field("nome", &Equipe::nome),
                                              json::field("ativa", &Equipe::ativa)};
};

struct Equipes {
    std::vector<Equipe> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Equipes::itens)};
};

struct EquipeCompleta : Equipe {
    std::string descricao{}, area_descricao{}, desativada_em{};
    static constexpr auto fields = std::tuple_cat(
        Equipe::fields, std::tuple{json::field("descricao", &EquipeCompleta::descricao, "Nome do tipo."),
                                   json::field("area_descricao", &EquipeCompleta::area_descricao),
                                   json::field("desativada_em", &EquipeCompleta::desativada_em, "AAAA-MM-DD, ou vazio.")});
};

struct Lotado {
    std::string profissional{}, nome{}, cpf{}, cns{}, cbo{}, cbo_titulo{}, equipe{}, microarea{};
    bool ativa = true;
    static constexpr auto fields = std::tuple{
        json::field("profissional", &Lotado::profissional), json::field("nome", &Lotado::nome), json::field("cpf", &Lotado::cpf),
        json::field("cns", &Lotado::cns), json::field("cbo", &Lotado::cbo), json::field("cbo_titulo", &Lotado::cbo_titulo),
        json::field("equipe", &Lotado::equipe, "Nome da equipe; vazio sem equipe."), json::field("microarea", &Lotado::microarea),
        json::field("ativa", &Lotado::ativa)};
};

struct Lotados {
    std::vector<Lotado> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Lotados::itens), json::field("total", &Lotados::total)};
};

UnidadesDeSaude of(const Page<UnidadeNaLista>& page);
UnidadeCompleta of(const UnidadeVista& seen);
Equipes of(const std::vector<EquipeNaLista>& equipes);
EquipeCompleta of(const estabelecimentos::EquipeCompleta& equipe);
Lotados of(const Page<estabelecimentos::Lotado>& page);

}  // namespace aroeira::estabelecimentos::views
