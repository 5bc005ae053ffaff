#!/usr/bin/env python3
"""Writes a synthetic file of the CNES, with the shape of the real one (version 3.1): units, teams, professionals.
Usage: cnes.py OUT.xml|OUT.zip [--ibge IBGE7] [--uf UF] [--unidades N] [--profissionais N] [--desde N]"""
import argparse
import io
import pathlib
import zipfile

TEAMS_PER_UNIT = 4
CBOS = ("225142", "223565", "322245", "515105", "515105", "515105", "223293", "322425", "223405", "251510")
TEAMS = (("70", "ESF", "ESF - EQUIPE DE SAUDE DA FAMILIA"), ("71", "ESB", "ESB - EQUIPE DE SAUDE BUCAL"),
         ("70", "ESF", "ESF - EQUIPE DE SAUDE DA FAMILIA"), ("72", "EMULTI", "EMULTI - EQUIPE MULTIPROFISSIONAL"))
NAMES = ("ANA", "BRUNO", "CARLA", "DAVI", "ELISA", "FABIO", "GILDA", "HUGO", "IRIS", "JOAO", "LUCIA", "MARCOS", "NEIDE")
SURNAMES = ("DA SILVA", "DOS SANTOS", "OLIVEIRA", "DE SOUZA", "PEREIRA", "LIMA", "COSTA", "FERREIRA", "ALVES", "RIBEIRO", "GOMES")


def cpf(number: int) -> str:
    """A valid CPF of the nine digits of `number`."""
    digits = [int(c) for c in f"{number:09d}"]
    for _ in range(2):
        rest = sum(d * w for d, w in zip(digits, range(len(digits) + 1, 1, -1))) % 11
        digits.append(0 if rest < 2 else 11 - rest)
    return "".join(map(str, digits))


def cns(number: int) -> str:
    """A valid CNS that begins with 7; two numbers give two of them."""
    base = 700_000_000_000_000 + number * 100
    for extra in range(100):
        text = str(base + extra)
        if sum(int(c) * (15 - i) for i, c in enumerate(text)) % 11 == 0:
            return text
    raise ValueError(number)


def unidade(n: int) -> str:
    return f"{1_000_000 + n:07d}"


def ine(n: int, team: int) -> str:
    return f"{(n * TEAMS_PER_UNIT + team) * 10 + 18:010d}"


def write(out, ibge="2800308", uf="SE", unidades=10, profissionais=200, desde=0, data="2026-09-01"):
    """`desde` shifts who the professionals are: two files with different ones share the rest."""
    put = out.write
    put('<?xml version="1.0" encoding="UTF-8"?>\n<ImportarXMLCNES xmlns:xs="http://www.w3.org/2001/XMLSchema-instance" '
        'xs:noNamespaceSchemaLocation="ImportarXML_CNES.xsd">\n'
        f'<IDENTIFICACAO DATA="{data}" ORIGEM="PORTAL" DESTINO="ESUS_AB" CO_IBGE_MUN="{ibge}" VERSAO_XSD="3.1">\n<ESTABELECIMENTOS>\n')
    for n in range(unidades):
        put(f'<DADOS_GERAIS_ESTABELECIMENTOS NM_FANTA="UNIDADE SINTETICA {n:04d}" CNPJ="11222333000181" CNES="{unidade(n)}" TP_UNID_ID="02" '
            'DS_TP_UNID="CENTRO DE SAUDE/UNIDADE BASICA" CO_SUBTIPO_UNID="" DS_SUBTIPO_UNID="" TELEFONE1="(79)30000000" TELEFONE2=" " FAX="" E_MAIL="">\n'
            f'<ENDERECO>\n<DADOS_ENDERECO CO_CEP="49000000" SG_UF="{uf}" CO_IBGE_MUN="{ibge}" BAIRRO="CENTRO" LOGRADOURO="RUA DOS DADOS SINTETICOS" '
            'NUMERO="S/N" COMPLEMENT="" PONTO_REF=" "/>\n</ENDERECO>\n<COMPLEXIDADE>\n<DADOS_COMPLEXIDADE SG_COMPLEXIDADE="AB"/>\n</COMPLEXIDADE>\n<EQUIPES>\n')
        for team, (tipo, sigla, descricao) in enumerate(TEAMS):
            put(f'<DADOS_EQUIPES ID_TP_EQUIPE="" TP_EQUIPE="{tipo}" SG_EQUIPE="{sigla}" DS_EQUIPE="{descricao}" CO_INE="{ine(n, team)}" CO_AREA="{team:04d}" '
                f'DS_AREA="{team:04d}" NM_REFERENCIA="EQUIPE SINTETICA {n:04d} {team}" DT_DESATIVACAO=""/>\n')
        put('</EQUIPES>\n</DADOS_GERAIS_ESTABELECIMENTOS>\n')
    put('</ESTABELECIMENTOS>\n<PROFISSIONAIS>\n')
    for p in range(desde, desde + profissionais):
        # Spread over the numbers, as real CPFs are: the index of the registry is not filled in order.
        document = 100_000_000 + p * 7_919_317 % 800_000_000
        put(f'<DADOS_PROFISSIONAIS NM_PROF="{NAMES[p % 13]} {SURNAMES[p % 11]} {SURNAMES[p // 11 % 11]}" CPF_PROF="{cpf(document)}" CO_CNS="{cns(p)}" '
            f'DT_NASC="{p % 28 + 1:02d}/{p % 12 + 1:02d}/{1960 + p % 40}" SEXO="N" CONSELHO_ID="66" SG_UF_EMIS="{uf}" NU_REGISTRO="{p}" E_MAIL="" TELEFONE="">\n'
            '<ENDERECO>\n<DADOS_ENDERECO CO_CEP="" SG_UF="" CO_IBGE_MUN="" BAIRRO="" LOGRADOURO="" NUMERO="" COMPLEMENT="" PONTO_REF=""/>\n</ENDERECO>\n<LOTACOES>\n')
        unit = p % unidades
        team = ine(unit, p // unidades % TEAMS_PER_UNIT) if p % 3 == 0 else ""
        area = f"{p % 90 + 1:02d}" if team and CBOS[p % 10] == "515105" else ""
        put(f'<DADOS_LOTACOES CNES="{unidade(unit)}" CO_INE="{team}" CO_CBO="{CBOS[p % 10]}" MICROAREA="{area}"/>\n')
        if p % 20 == 0:
            put(f'<DADOS_LOTACOES CNES="{unidade((unit + 1) % unidades)}" CO_INE="" CO_CBO="{CBOS[p % 10]}" MICROAREA=""/>\n')
        put('</LOTACOES>\n</DADOS_PROFISSIONAIS>\n')
    put('</PROFISSIONAIS>\n</IDENTIFICACAO>\n</ImportarXMLCNES>\n')


def text(**options) -> str:
    out = io.StringIO()
    write(out, **options)
    return out.getvalue()


def save(path, **options):
    path = pathlib.Path(path)
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("XmlParaESUS31.xml", text(**options))
    else:
        with open(path, "w", encoding="utf-8") as out:
            write(out, **options)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--ibge", default="2800308")
    parser.add_argument("--uf", default="SE")
    parser.add_argument("--unidades", type=int, default=10)
    parser.add_argument("--profissionais", type=int, default=200)
    parser.add_argument("--desde", type=int, default=0)
    asked = parser.parse_args()
    save(asked.out, ibge=asked.ibge, uf=asked.uf, unidades=asked.unidades, profissionais=asked.profissionais, desde=asked.desde)
