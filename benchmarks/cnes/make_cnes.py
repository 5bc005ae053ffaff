"""A CNES file for e-SUS APS (XML-ESUS-APS 3.1) of any size, with the proportions of a real município and nobody real in
it. The same seed makes the same file."""
import random

PROFESSIONALS_PER_UNIT = 28
TEAM_ROLES = ["225142", "223565", "322245", "515105", "515105", "515105", "515105"]
OTHER_ROLES = ["411010", "142105", "223505", "225125", "514320", "223293", "322430"]


def weighted(digits, weights):
    return sum(int(d) * w for d, w in zip(digits, weights))


def cpf(number):
    digits = f"{number:09d}"
    for first in (10, 11):
        rest = weighted(digits, range(first, 1, -1)) * 10 % 11
        digits += str(rest % 10)
    return digits


def cns(number):
    """Of the provisional kind: fifteen digits whose weighted sum divides by 11."""
    while True:
        digits = "7" + f"{number:013d}"
        last = (11 - weighted(digits, range(15, 1, -1)) % 11) % 11
        if last < 10:
            return digits + str(last)
        number += 10_000_000_000


def cnpj(number):
    digits = f"{number:08d}0001"
    for weights in ([5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]):
        rest = weighted(digits, weights) % 11
        digits += "0" if rest < 2 else str(11 - rest)
    return digits


def unit_xml(code, number, ibge, uf, teams):
    equipes = "".join(
        f'<DADOS_EQUIPES ID_TP_EQUIPE="" TP_EQUIPE="70" SG_EQUIPE="ESF" DS_EQUIPE="ESF - EQUIPE DE SAUDE DA FAMILIA" '
        f'CO_INE="{ine}" CO_AREA="{area:04d}" DS_AREA="AREA {area:04d}" NM_REFERENCIA="EQUIPE {area:04d}" DT_DESATIVACAO=""/>\n'
        for ine, area in teams)
    return (
        f'<DADOS_GERAIS_ESTABELECIMENTOS NM_FANTA="UNIDADE DE SAUDE {number:05d}" CNPJ="{cnpj(11222333)}" CNES="{code}" '
        f'TP_UNID_ID="02" DS_TP_UNID="CENTRO DE SAUDE/UNIDADE BASICA" CO_SUBTIPO_UNID="" DS_SUBTIPO_UNID="" '
        f'TELEFONE1="(61)32000000" TELEFONE2=" " FAX="" E_MAIL="">\n<ENDERECO>\n'
        f'<DADOS_ENDERECO CO_CEP="70000000" SG_UF="{uf}" CO_IBGE_MUN="{ibge}" BAIRRO="CENTRO" LOGRADOURO="RUA DA UNIDADE {number}" '
        f'NUMERO="{number}" COMPLEMENT="" PONTO_REF=" "/>\n</ENDERECO>\n<COMPLEXIDADE>\n<DADOS_COMPLEXIDADE SG_COMPLEXIDADE="AB"/>\n'
        f'</COMPLEXIDADE>\n<EQUIPES>\n{equipes}</EQUIPES>\n</DADOS_GERAIS_ESTABELECIMENTOS>\n')


BLANK_ADDRESS = ('<ENDERECO>\n<DADOS_ENDERECO CO_CEP="" SG_UF="" CO_IBGE_MUN="" BAIRRO="" LOGRADOURO="" NUMERO="" COMPLEMENT="" '
                 'PONTO_REF=" "/>\n</ENDERECO>\n')


def professional_xml(number, uf, places, card=None):
    lotacoes = "".join(
        f'<DADOS_LOTACOES CNES="{code}" CO_INE="{ine}" CO_CBO="{cbo}" MICROAREA="{"%02d" % (number % 20 + 1) if cbo == "515105" else ""}"/>\n'
        for code, ine, cbo in places)
    return (
        f'<DADOS_PROFISSIONAIS NM_PROF="PESSOA DE TESTE NUMERO {number:06d}" CPF_PROF="{cpf(100_000_000 + number)}" CO_CNS="{card or cns(number)}" '
        f'DT_NASC="{number % 28 + 1:02d}/{number % 12 + 1:02d}/{1955 + number % 45}" SEXO="N" CONSELHO_ID="66" SG_UF_EMIS="{uf}" '
        f'NU_REGISTRO="{number:06d}" E_MAIL="" TELEFONE="">\n{BLANK_ADDRESS}<LOTACOES>\n{lotacoes}</LOTACOES>\n</DADOS_PROFISSIONAIS>\n')


def write(path, professionals, ibge="5300108", uf="DF", date="2026-09-01", seed=1, also=None):
    """Writes the file and gives its size in bytes; `also` is the (CNES, INE, CNS) of one unit, team and professional more."""
    chance = random.Random(seed)
    units, slots, area = [], [], 0
    for number in range(1, professionals // PROFESSIONALS_PER_UNIT + 1):
        code, teams = f"{9_000_000 + number}", []
        for _ in range(chance.choice([1, 1, 2, 3])):
            area += 1
            teams.append((f"{990_000_000 + area:010d}", area))
        units.append((code, number, teams))
        slots += [(code, ine, cbo) for ine, _ in teams for cbo in TEAM_ROLES]
    while len(slots) < professionals:
        slots.append((chance.choice(units)[0], "", chance.choice(OTHER_ROLES)))
    with open(path, "w", encoding="utf-8") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<ImportarXMLCNES xmlns:xs="http://www.w3.org/2001/XMLSchema-instance" '
                  f'xs:noNamespaceSchemaLocation="ImportarXML_CNES.xsd">\n<IDENTIFICACAO DATA="{date}" ORIGEM="PORTAL" '
                  f'DESTINO="ESUS_AB" CO_IBGE_MUN="{ibge}" VERSAO_XSD="3.1">\n<ESTABELECIMENTOS>\n')
        for code, number, teams in units:
            out.write(unit_xml(code, number, ibge, uf, teams))
        if also:
            out.write(unit_xml(also[0], 0, ibge, uf, [(also[1], 0)]))
        out.write("</ESTABELECIMENTOS>\n<PROFISSIONAIS>\n")
        if also:
            out.write(professional_xml(0, uf, [(also[0], also[1], "515105")], also[2]))
        for number, place in enumerate(slots[:professionals], 1):
            places = [place]
            if number % 25 == 0:  # one in twenty-five works in two places
                places.append((chance.choice(units)[0], "", place[2]))
            out.write(professional_xml(number, uf, places))
        out.write("</PROFISSIONAIS>\n</IDENTIFICACAO>\n</ImportarXMLCNES>\n")
        return out.tell()
