// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/cnes_source.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "modules/estabelecimentos/tests/cnes_xml.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;

namespace {

const Ibge kMunicipio = Ibge::parse(kAracaju).value();

Result<CnesFile> read_bytes(std::string_view bytes) {
    AROEIRA_TRY(const auto source, CnesSource::of_bytes(bytes));
    return read_cnes(source, kMunicipio);
}
CnesFile read(const ArquivoXml& file) { return test::must(read_bytes(file.text())); }

std::string refusal(std::string_view bytes) {
    const auto file = read_bytes(bytes);
    return file ? "lido" : std::string(file.error().code.text());
}

/// The motives of the records that were refused, as "tipo: motivo".
std::vector<std::string> motives(const CnesFile& file) {
    std::vector<std::string> list;
    for (const auto& one : file.rejeicoes) list.push_back(std::string(one.tipo) + ": " + one.motivo);
    return list;
}
using Motives = std::vector<std::string>;

}  // namespace

TEST_CASE("A file brings units, teams and professionals with their lotações [S2-099]") {
    ArquivoXml arquivo;
    arquivo.unidades[0].equipes = {{}};
    arquivo.profissionais[0].lotacoes = {{.ine = "0000000018", .microarea = "01"}, {.cbo = "5151F1"}};
    const auto file = read(arquivo);
    CHECK(file.cabecalho.data == "2026-09-01");
    CHECK(file.cabecalho.versao == "3.1");
    REQUIRE(file.unidades.size() == 1);
    CHECK(file.unidades[0].nome == "UBS CENTRO");
    CHECK(file.unidades[0].complexidades == "AB");
    CHECK(file.unidades[0].telefone2.empty());
    CHECK(file.unidades[0].bairro == "CENTRO");
    REQUIRE(file.equipes.size() == 1);
    CHECK(file.equipes[0].cnes == "0000001");
    REQUIRE(file.profissionais.size() == 1);
    CHECK(file.profissionais[0].nascimento == "1980-05-20");
    REQUIRE(file.lotacoes.size() == 2);
    CHECK(file.lotacoes[0].ine == "0000000018");
    CHECK(file.lotacoes[0].microarea == "01");
    CHECK(file.lotacoes[1].ine.empty());
    CHECK(file.rejeicoes.empty());
}

TEST_CASE("A zip with the one XML is read as the XML itself, in pieces of any size [S2-092]") {
    const ArquivoXml arquivo;
    CHECK(test::must(read_bytes(arquivo.zip())).profissionais.size() == 1);
    const auto text = arquivo.text();
    CnesReader reader(kMunicipio);
    for (std::size_t i = 0; i < text.size(); ++i) test::must(reader.feed(std::string_view(text).substr(i, 1)));
    CHECK(reader.read().profissionais == 1);
    CHECK(test::must(reader.finish()).lotacoes.size() == 1);
}

TEST_CASE("Version 2.1 comes in ISO-8859-1, with accents [S2-099]") {
    ArquivoXml arquivo;
    arquivo.versao = "2.1";
    arquivo.profissionais[0].nome = "JOSE ARAUJO";
    auto text = arquivo.text();
    text.replace(text.find("UTF-8"), 5, "ISO-8859-1");
    text.replace(text.find("JOSE ARAUJO"), 11, "JOS\xC9 ARA\xDAJO");
    CHECK(test::must(read_bytes(text)).profissionais[0].nome == "JOSÉ ARAÚJO");
}

TEST_CASE("A file that is not what it should be is refused whole, with the cause") {
    ArquivoXml arquivo;
    CHECK(refusal("<outro/>") == "CNES-0001");
    CHECK(refusal(R"(<ImportarXMLCNES><ESTABELECIMENTOS><DADOS_GERAIS_ESTABELECIMENTOS NOME_FANTA="X"/></ESTABELECIMENTOS></ImportarXMLCNES>)") == "CNES-0002");
    arquivo.versao = "4.0";
    CHECK(refusal(arquivo.text()) == "CNES-0003");
    arquivo.versao = "3.0";
    arquivo.ibge = "5300108";
    CHECK(refusal(arquivo.text()) == "CNES-0004");
    CHECK(refusal(R"(<ImportarXMLCNES><IDENTIFICACAO CO_IBGE_MUN="2800308" VERSAO_XSD="3.1"><ESTABELECIMENTOS/></IDENTIFICACAO></ImportarXMLCNES>)") == "CNES-0005");
    CHECK(refusal("") == "CNES-0008");
    CHECK(refusal("<!DOCTYPE a [<!ENTITY b \"c\">]><ImportarXMLCNES/>") == "XML-0002");
    CHECK(refusal("<ImportarXMLCNES>\xff") == "XML-0005");
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "<ImportarXMLCNES>";
    CHECK(refusal(deep) == "XML-0003");
    const auto whole = ArquivoXml{}.text();
    CHECK(refusal(whole.substr(0, whole.size() / 2)) == "XML-0007");
}

TEST_CASE("A zip must have exactly one XML") {
    const auto zip_of = [](const std::vector<std::string>& names) {
        std::string out;
        zip::Writer writer(out);
        for (const auto& name : names) test::must(writer.add(name, ArquivoXml{}.text()));
        test::must(writer.finish());
        return out;
    };
    CHECK(refusal(zip_of({"leia-me.txt"})) == "CNES-0006");
    CHECK(refusal(zip_of({"a.xml", "b.XML"})) == "CNES-0007");
    CHECK(refusal(zip_of({"a.XML", "leia-me.txt"})) == "lido");
    const auto whole = zip_of({"a.xml"});
    CHECK(refusal(whole.substr(0, whole.size() - 30)) == "ZIP-0002");
}

TEST_CASE("A file of the machine is read piece by piece, bare or zipped") {
    const ArquivoXml arquivo;
    const test::TemporaryFolder dir;
    const auto save = [&](const std::string& name, const std::string& bytes) {
        const auto path = dir.file(name);
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    };
    for (const auto& path : {save("a.xml", arquivo.text()), save("a.zip", arquivo.zip())}) {
        const auto source = test::must(CnesSource::of_file(path));
        CHECK(source.size() == arquivo.text().size());
        CHECK(test::must(read_cnes(source, kMunicipio)).lotacoes.size() == 1);
    }
    const auto text = arquivo.text();
    CHECK(test::must(test::must(CnesSource::of_file(dir.file("a.xml"))).sha256()) == test::must(test::must(CnesSource::of_bytes(text)).sha256()));
    CHECK(CnesSource::of_file(dir.file("nenhum.xml")).error().code == ErrorCode("CNES-0015"));
    CHECK(CnesSource::of_file(dir.path().string()).error().code == ErrorCode("CNES-0015"));
    CHECK(CnesSource::of_file(save("vazio.xml", "")).error().code == ErrorCode("CNES-0008"));
}

TEST_CASE("A unit that is wrong is refused with its teams and lotações, and the file goes on [S2-103]") {
    ArquivoXml arquivo;
    arquivo.unidades = {{.equipes = {{}}}, {.cnes = "0000002"}};
    SUBCASE("CNPJ") {
        arquivo.unidades[0].cnpj = "00000000000000";
        arquivo.profissionais[0].lotacoes = {{.ine = "0000000018"}, {.cnes = "0000002"}};
        const auto file = read(arquivo);
        CHECK(motives(file) == Motives{"unidade: CNPJ inválido.", "equipe: A unidade da equipe não foi importada.",
                                       "lotacao: O CNES da lotação não está entre as unidades importadas."});
        CHECK(file.unidades.size() == 1);
        CHECK(file.lotacoes.size() == 1);
    }
    SUBCASE("complexidade") {
        arquivo.unidades[1].complexidades = {"XX"};
        CHECK(motives(read(arquivo)) == Motives{"unidade: Nenhuma complexidade conhecida (AB, MC ou AC)."});
    }
    SUBCASE("endereço de outro lugar") {
        arquivo.unidades[1].uf = "BA";
        CHECK(motives(read(arquivo)) == Motives{"unidade: O endereço é de outra UF."});
    }
    SUBCASE("endereço incompleto") {
        arquivo.unidades[1].cep = "";
        CHECK(motives(read(arquivo)) == Motives{"unidade: Endereço incompleto: o CEP deve ter 8 dígitos."});
    }
    SUBCASE("repetida") {
        arquivo.unidades[1].cnes = "0000001";
        CHECK(motives(read(arquivo)) == Motives{"unidade: O CNES já apareceu antes no arquivo."});
    }
}

TEST_CASE("A team is known by its establishment and its INE") {
    ArquivoXml arquivo;
    arquivo.unidades = {{.equipes = {{}}}, {.cnes = "0000002", .equipes = {{}, {.ine = "123"}, {.ine = "0000000026", .desativada = "31/02/2020"}}}};
    const auto file = read(arquivo);
    CHECK(file.equipes.size() == 2);
    CHECK(motives(file) == Motives{"equipe: INE inválido: são 10 dígitos.", "equipe: Data de desativação inválida."});
    CHECK(file.rejeicoes[0].chave == "0000002/123");

    arquivo.unidades[1].equipes.clear();
    arquivo.profissionais[0].lotacoes = {{.cnes = "0000002", .ine = "0000000018"}};
    CHECK(motives(read(arquivo)) == Motives{"lotacao: O INE da lotação não é de uma equipe importada desta unidade."});
}

TEST_CASE("Zeros number no unit and no team: a lotação of such a team is not taken for one without a team") {
    ArquivoXml arquivo;
    arquivo.unidades = {{.equipes = {{.ine = "0000000000"}}}, {.cnes = "0000000"}};
    arquivo.profissionais[0].lotacoes = {{.ine = "0000000000"}, {}};
    const auto file = read(arquivo);
    CHECK(motives(file) == Motives{"equipe: INE inválido: são 10 dígitos.", "unidade: CNES inválido: são 7 dígitos.",
                                   "lotacao: O INE da lotação não é de uma equipe importada desta unidade."});
    CHECK(file.lotacoes.size() == 1);
}

TEST_CASE("A professional with a wrong CPF, CNS or CBO is refused and named without the whole CPF [S2-103]") {
    ArquivoXml arquivo;
    arquivo.profissionais = {{.cpf = "52998224724"},
                             {.cpf = "11144477735", .cns = "700000000000001"},
                             {.cpf = "39053344705", .cns = "898000000000002", .nome = "RITA", .lotacoes = {{.cbo = "999999"}}}};
    const auto file = read(arquivo);
    REQUIRE(file.rejeicoes.size() == 5);
    CHECK(file.rejeicoes[0].motivo == "CPF inválido.");
    CHECK(file.rejeicoes[0].chave == "ANA DOS TESTES, CPF final 4724");
    CHECK(file.rejeicoes[1].motivo == "O profissional da lotação não foi importado.");
    CHECK(file.rejeicoes[2].motivo == "CNS inválido.");
    CHECK(file.rejeicoes[4].tipo == "lotacao");
    CHECK(file.rejeicoes[4].chave == "RITA, CPF final 4705, CNES 0000001, CBO 999999");
    CHECK(file.profissionais.size() == 1);
}

TEST_CASE("One person is one CPF and one CNS") {
    ArquivoXml arquivo;
    arquivo.profissionais = {{}, {.lotacoes = {{.cbo = "223505"}}}, {.cns = "898000000000002"}, {.cpf = "11144477735"}};
    const auto file = read(arquivo);
    REQUIRE(file.profissionais.size() == 1);
    CHECK(file.lotacoes.size() == 2);
    CHECK(file.rejeicoes[0].motivo == "O CPF já apareceu no arquivo com outro CNS.");
    CHECK(file.rejeicoes[2].motivo == "O CNS já apareceu no arquivo com outro CPF.");
}

TEST_CASE("The fingerprint of a record changes when, and only when, what is kept of it changes") {
    ArquivoXml arquivo;
    const auto before = read(arquivo);
    arquivo.data = "2026-10-01";
    const auto same = read(arquivo);
    CHECK(same.unidades[0].impressao == before.unidades[0].impressao);
    CHECK(same.profissionais[0].impressao == before.profissionais[0].impressao);
    arquivo.unidades[0].nome = "UBS CENTRAL";
    arquivo.profissionais[0].email = "a@b";
    const auto other = read(arquivo);
    CHECK(other.unidades[0].impressao != before.unidades[0].impressao);
    CHECK(other.profissionais[0].impressao != before.profissionais[0].impressao);
}

TEST_CASE("Elements and attributes of tomorrow are passed over") {
    auto text = ArquivoXml{}.text();
    text.replace(text.find("<EQUIPES/>"), 10, R"(<VINCULOS><DADOS_VINCULOS A="1"/></VINCULOS><EQUIPES NOVO="x"/>)");
    CHECK(test::must(read_bytes(text)).unidades.size() == 1);
}
