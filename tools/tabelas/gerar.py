#!/usr/bin/env python3
"""Packs db/reference/*.csv into one C++ file: sorted fixed-width keys, one flag per key, and labels.
Usage: gerar.py REFERENCE_DIR OUT.cpp.  Nothing is parsed when the program starts."""
import csv
import pathlib
import sys

# name of the table: file, columns that make the key ("14-1-9" when several), column of the flag,
# columns of the label
TABLES = {
    "municipio": ("municipio.csv", ["ibge"], None, ["nome", "uf", "fuso"]),
    "pais": ("pais.csv", ["pais"], None, ["nome"]),
    "uf": ("uf.csv", ["dne"], None, ["sigla", "nome"]),
    "tipo_logradouro": ("tipo_logradouro.csv", ["dne"], None, ["nome"]),
    "cbo": ("cbo.csv", ["cbo"], None, ["titulo"]),
    "cbo_por_ficha": ("cbo_por_ficha.csv", ["tipo", "cbo"], "cid10_em_encaminhamento_ate_8_3", []),
    "cbo_prescritor": ("cbo_prescritor.csv", ["cbo"], None, ["titulo"]),
    "perfil_cbo": ("perfil_cbo.csv", ["cbo", "onde"], None, ["perfil"]),
    "conselho": ("conselho.csv", ["conselho"], None, ["nome"]),
    "ciap2": ("ciap2.csv", ["ciap2"], None, ["titulo"]),
    "ciap2_cid10": ("ciap2_cid10.csv", ["ciap2"], None, ["cid10"]),
    "cid10": ("cid10.csv", ["cid10"], "sexo", ["titulo"]),
    "sigtap": ("sigtap.csv", ["sigtap"], "sexo", ["nome"]),
    "sigtap_idade": ("sigtap_idade.csv", ["sigtap"], None, ["minima_meses", "maxima_meses"]),
    "catmat": ("catmat.csv", ["catmat"], None, ["nome"]),
    "ab_condicao": ("ab_condicao.csv", ["ab"], None, ["versao_final", "titulo"]),
    "exame_ab": ("exame_ab.csv", ["ab"], None, ["sigtap", "titulo"]),
    "exame_estruturado": ("exame_estruturado.csv", ["sigtap"], None, ["ab"]),
    "exame_estruturado_ab": ("exame_estruturado.csv", ["ab"], None, ["sigtap"]),
    "procedimento_ab": ("procedimento_ab.csv", ["ab"], None, ["sigtap", "titulo"]),
    "procedimento_ab_sigtap": ("procedimento_ab.csv", ["sigtap"], None, ["ab"]),
    "procedimento_ab_odonto": ("procedimento_ab_odonto.csv", ["ab"], None, ["sigtap", "titulo"]),
    "procedimento_ab_odonto_sigtap": ("procedimento_ab_odonto.csv", ["sigtap"], None, ["ab"]),
    "odonto_quantidade": ("odonto_quantidade.csv", ["sigtap"], None, ["maximo"]),
    "vacina_regra": ("vacina_regra.csv", ["imunobiologico", "estrategia", "dose"], None, ["desde", "ate"]),
    "vacina_local": ("vacina_local.csv", ["via", "local"], None, ["desde", "ate"]),
    "imunobiologico": ("imunobiologico.csv", ["imunobiologico"], None, ["sigla", "nome"]),
    "fabricante": ("fabricante.csv", ["rnds"], None, ["nome"]),
    "grupo_atendimento": ("grupo_atendimento.csv", ["grupo"], "situacao", ["nome"]),
    "perfil_padrao": ("perfil_padrao.csv", ["codigo"], None, ["nome", "tipo", "tipo_acesso"]),
    "recurso": ("recurso.csv", ["caminho"], "alcance", ["origem", "perfis", "acrescentados"]),
}
SEPARATOR = "\x1f"


def literal(data: bytes) -> str:
    """A C++ string literal of the bytes, in pieces an editor can open."""
    lines = []
    for start in range(0, len(data), 96):
        piece = ""
        for byte in data[start:start + 96]:
            char = chr(byte)
            if char in '"\\':
                piece += "\\" + char
            elif 32 <= byte < 127 and char != "?":
                piece += char
            else:
                piece += f"\\{byte:03o}"
        lines.append(f'    "{piece}"')
    return "\n".join(lines) or '    ""'


def rows_of(reference: pathlib.Path, file: str, keys: list, flag: str, labels: list) -> dict:
    found = {}
    with open(reference / file, encoding="utf-8", newline="") as opened:
        if not opened.readline().startswith("# Source: "):
            sys.exit(f"{file}: the first line must say where the rows come from: # Source: …")
        for row in csv.DictReader(opened):
            key = "-".join(row[k] for k in keys)
            if key:
                found.setdefault(key, (row[flag] if flag else "", SEPARATOR.join(row[c] for c in labels)))
    return found


def pack(name: str, rows: dict) -> str:
    width = max(len(k.encode()) for k in rows)
    keys = sorted(rows, key=lambda k: k.encode().ljust(width))
    packed = b"".join(k.encode().ljust(width) for k in keys)
    flags = "".join((rows[k][0] or " ")[0] for k in keys).encode()
    offsets, blob = [0], b""
    for k in keys:
        blob += rows[k][1].encode()
        offsets.append(len(blob))
    numbers = ", ".join(map(str, offsets))
    return (f"constexpr char k_{name}_keys[] =\n{literal(packed)};\n"
            f"constexpr char k_{name}_flags[] =\n{literal(flags)};\n"
            f"constexpr char k_{name}_labels[] =\n{literal(blob)};\n"
            f"constexpr std::uint32_t k_{name}_offsets[] = {{{numbers}}};\n\n"
            f"const Packed {name}{{{{k_{name}_keys, {len(packed)}}}, {width}, {len(keys)}, k_{name}_flags,"
            f" k_{name}_labels, k_{name}_offsets}};\n")


def main() -> int:
    reference, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = "// Written by tools/tabelas/gerar.py from db/reference. Do not edit.\n"
    text += '#include "modules/tabelas/domain/packed.hpp"\n\nnamespace aroeira::tabelas::packed {\n\n'
    for name, (file, keys, flag, labels) in TABLES.items():
        text += pack(name, rows_of(reference, file, keys, flag, labels)) + "\n"
    out.write_text(text + "}  // namespace aroeira::tabelas::packed\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
