// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/xml/xml.hpp"
#include "platform/zip/zip.hpp"

/// A file of the CNES written by hand for a test: Aracaju, with what the test says of it.
namespace aroeira::estabelecimentos::testing {

inline constexpr std::string_view kAracaju = "2800308";

struct EquipeXml {
    std::string ine = "0000000018";
    std::string nome = "EQUIPE AZUL";
    std::string tipo = "70";
    std::string desativada{};
};

struct UnidadeXml {
    std::string cnes = "0000001";
    std::string nome = "UBS CENTRO";
    std::string cnpj = "11222333000181";
    std::vector<std::string> complexidades{"AB"};
    std::vector<EquipeXml> equipes{};
    std::string uf = "SE";
    std::string ibge = std::string(kAracaju);
    std::string cep = "49000000";
    std::string bairro = "CENTRO";
};

struct LotacaoXml {
    std::string cnes = "0000001";
    std::string ine{};
    std::string cbo = "223565";
    std::string microarea{};
};

struct ProfissionalXml {
    std::string cpf = "52998224725";
    std::string cns = "700000000000005";
    std::string nome = "ANA DOS TESTES";
    std::vector<LotacaoXml> lotacoes{LotacaoXml{}};
    std::string sexo = "N";
    std::string email{};
};

struct ArquivoXml {
    std::vector<UnidadeXml> unidades{UnidadeXml{}};
    std::vector<ProfissionalXml> profissionais{ProfissionalXml{}};
    std::string ibge = std::string(kAracaju);
    std::string versao = "3.1";
    std::string data = "2026-09-01";

    [[nodiscard]] std::string text() const {
        std::string out;
        xml::Writer w(out);
        w.declaration();
        w.open("ImportarXMLCNES");
        open(w, "IDENTIFICACAO", {{"DATA", data}, {"ORIGEM", "PORTAL"}, {"DESTINO", "ESUS_AB"}, {"CO_IBGE_MUN", ibge}, {"VERSAO_XSD", versao}});
        w.open("ESTABELECIMENTOS");
        for (const auto& u : unidades) write(w, u);
        w.close();
        w.open("PROFISSIONAIS");
        for (const auto& p : profissionais) write(w, p);
        w.close();
        w.close();
        w.close();
        return out;
    }
    [[nodiscard]] std::string zip() const {
        std::string out;
        zip::Writer writer(out);
        (void)writer.add("XmlParaESUS31_280030.xml", text());
        (void)writer.finish();
        return out;
    }

private:
    using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;
    static void open(xml::Writer& w, std::string_view name, const Pairs& attributes) {
        w.open(name);
        for (const auto& [key, value] : attributes) w.attribute(key, value);
    }
    static void write(xml::Writer& w, const UnidadeXml& u) {
        open(w, "DADOS_GERAIS_ESTABELECIMENTOS",
             {{"NM_FANTA", u.nome}, {"CNPJ", u.cnpj}, {"CNES", u.cnes}, {"TP_UNID_ID", "02"},
              {"DS_TP_UNID", "CENTRO DE SAUDE/UNIDADE BASICA"}, {"TELEFONE1", "(79)30000000"}, {"TELEFONE2", " "}, {"FAX", ""}, {"E_MAIL", ""}});
        w.open("ENDERECO");
        open(w, "DADOS_ENDERECO", {{"CO_CEP", u.cep}, {"SG_UF", u.uf}, {"CO_IBGE_MUN", u.ibge}, {"BAIRRO", u.bairro},
                                   {"LOGRADOURO", "RUA DA FRENTE"}, {"NUMERO", "S/N"}, {"COMPLEMENT", ""}, {"PONTO_REF", " "}});
        w.close();
        w.close();
        w.open("COMPLEXIDADE");
        for (const auto& sigla : u.complexidades) {
            open(w, "DADOS_COMPLEXIDADE", {{"SG_COMPLEXIDADE", sigla}});
            w.close();
        }
        w.close();
        w.open("EQUIPES");
        for (const auto& e : u.equipes) {
            open(w, "DADOS_EQUIPES", {{"ID_TP_EQUIPE", ""}, {"TP_EQUIPE", e.tipo}, {"SG_EQUIPE", "ESF"},
                                      {"DS_EQUIPE", "ESF - EQUIPE DE SAUDE DA FAMILIA"}, {"CO_INE", e.ine}, {"CO_AREA", "0001"},
                                      {"DS_AREA", ""}, {"NM_REFERENCIA", e.nome}, {"DT_DESATIVACAO", e.desativada}});
            w.close();
        }
        w.close();
        w.close();
    }
    static void write(xml::Writer& w, const ProfissionalXml& p) {
        open(w, "DADOS_PROFISSIONAIS", {{"NM_PROF", p.nome}, {"CPF_PROF", p.cpf}, {"CO_CNS", p.cns}, {"DT_NASC", "20/05/1980"},
                                        {"SEXO", p.sexo}, {"E_MAIL", p.email}, {"TELEFONE", ""}});
        w.open("LOTACOES");
        for (const auto& l : p.lotacoes) {
            open(w, "DADOS_LOTACOES", {{"CNES", l.cnes}, {"CO_INE", l.ine}, {"CO_CBO", l.cbo}, {"MICROAREA", l.microarea}});
            w.close();
        }
        w.close();
        w.close();
    }
};

}  // namespace aroeira::estabelecimentos::testing
