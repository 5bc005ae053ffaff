#!/usr/bin/env python3
"""Writes the first inputs of each fuzzer: small, valid, made by software that is not ours."""
import csv
import io
import json
import pathlib
import sys
import zipfile

for folder in ("faults", "support"):
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / folder))
import cnes  # noqa: E402
import fichas  # noqa: E402


def zips():
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        for names in ([], ["a.esus"], ["a.esus", "pasta/b.esus.xml"]):
            for force in (False, True):
                out = io.BytesIO()
                with zipfile.ZipFile(out, "w", method) as archive:
                    for name in names:
                        with archive.open(name, "w", force_zip64=force) as entry:
                            entry.write(b"visita domiciliar " * 20)
                yield out.getvalue()


def xmls():
    body = "<a k='1' j=\"&lt;&#231;\">um &amp; dois<b/><![CDATA[<c>]]><!-- x --><?p d?><c>ção</c></a>"
    for encoding in ("UTF-8", "ISO-8859-1"):
        yield b"\x07" + f"<?xml version='1.0' encoding='{encoding}'?>{body}".encode(encoding)
    yield b"\x00<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"


def jsons():
    for value in ({"a": [1, -2.5, 1e300, None, True, "ç\"\\\n"], "b": {"a": {}}}, [], "x", 36.65, 2**63, [[[[0]]]]):
        yield json.dumps(value).encode()
        yield json.dumps(value, ensure_ascii=False, indent=1).encode()
    yield b"[9E999]"


def csvs():
    for row in (["a", "b"], ["=1+1", "-2,5"], ['diz "oi"', "a;b\nc"], ["@x", "+55 79"]):
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerow(row)
        yield out.getvalue().encode()
        yield "\0".join(row).encode()


def logs():
    yield b"Key (cpf)=(52998224725) already exists."
    yield "near 'D'Ávila': 529.982.247-25 e 898 0011 6066 0761".encode()
    yield b"0199f3c2-7b1a-7cde-8123-456789abcdef"
    yield b"\x1b[2J\n{\"nivel\":\"info\"}"


def multiparts():
    yield (b"multipart/form-data; boundary=b\n--b\r\nContent-Disposition: form-data; name=\"arquivo\"; "
           b"filename=\"a.zip\"\r\n\r\nPK\r\n--b--\r\n")
    yield b"application/x-www-form-urlencoded\nusuario=a%20b&senha=c"


def records():
    """A visit, and the same bytes said to be of every other record type."""
    _, visit = fichas.visita(1)
    kind = fichas.i64(2, 8)
    for tipo in (8, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 16):
        yield visit.replace(kind, fichas.i64(2, tipo), 1)


def cnes_files():
    yield b"\x07" + cnes.text(unidades=2, profissionais=6).encode()
    yield b"\xff" + cnes.text(unidades=1, profissionais=1).replace("11222333000181", "00000000000000").encode()


MAKERS = {"zip": zips, "xml": xmls, "json": jsons, "csv": csvs, "log": logs, "multipart": multiparts,
          "ficha": records, "cnes": cnes_files}

if __name__ == "__main__":
    name, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    directory.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(MAKERS[name]() if name in MAKERS else ()):
        (directory / f"semente-{number}").write_bytes(content)
