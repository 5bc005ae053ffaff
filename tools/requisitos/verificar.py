#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps docs/requisitos.csv honest: what is `feito` has a test that names it.
Usage: verificar.py [--secoes] [ROOT].  Exit code 1 when something is not as it says."""
import collections
import csv
import pathlib
import re
import sys

COLUMNS = ["id", "seed_file", "section", "actor", "kind", "requirement", "data_validation_number", "message_text",
           "seed_line", "note", "verify_by", "situacao"]
STATES = ("aberto", "feito")
# What is seen on a screen is proven on a screen.
BROWSER = ("ui-e2e", "e2e")
JOURNEYS = "tests/journeys/"

ID = re.compile(r"\bS[0-4]-\d{3}\b")
# Where a name of a test is written: inside quotes. An id in a comment proves nothing.
STRING = re.compile(r'''"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`''')
CPP_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
SKIPPED_FOLDERS = {"node_modules", "dist", "build", "mock", "support", "__pycache__"}
CODE = (".cpp", ".ts", ".tsx", ".mjs", ".js", ".py", ".sh")


def is_test(path: str) -> bool:
    """Whether a file (relative to the root) holds tests, by its place and name."""
    if any(part in SKIPPED_FOLDERS for part in path.split("/")):
        return False
    if path.endswith(".case"):
        return True
    if not path.endswith(CODE):
        return False
    named = re.search(r"(_test\.(cpp|py)|\.test\.tsx?)$", path) is not None
    return named or path.startswith("tests/") or "/tests/" in path


def ids_named(path: str, text: str) -> set:
    """The requirements a test file says it proves."""
    if path.endswith(".case"):
        return set(ID.findall(text))
    string = CPP_STRING if path.endswith(".cpp") else STRING
    found = set()
    for line in text.splitlines():
        for quoted in string.findall(line):
            found.update(ID.findall(quoted))
    return found


def tests_by_id(root: pathlib.Path) -> dict:
    """id → the test files that name it."""
    named = collections.defaultdict(set)
    for folder in ("src", "tests", "web"):
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if is_test(path) and file.is_file():
                for one in ids_named(path, file.read_text(encoding="utf-8", errors="replace")):
                    named[one].add(path)
    return named


def read_rows(file: pathlib.Path) -> list:
    with open(file, encoding="utf-8", newline="") as opened:
        reader = csv.DictReader(opened)
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{file.name}: as colunas devem ser {', '.join(COLUMNS)}")
        return list(reader)


def problems(rows: list, named: dict) -> list:
    """Every way the table and the tests disagree, one sentence each."""
    found = []
    known = {}
    for line, row in enumerate(rows, start=2):
        one = row["id"]
        if not ID.fullmatch(one):
            found.append(f"linha {line}: {one!r} não é um identificador (S0-001)")
        if one in known:
            found.append(f"linha {line}: {one} repetido")
        known[one] = row
        if not row["requirement"]:
            found.append(f"linha {line}: {one} não diz nada")
        if row["situacao"] not in STATES:
            found.append(f"linha {line}: a situacao de {one} deve ser {' ou '.join(STATES)}")
        if row["situacao"] != "feito":
            continue
        files = named.get(one, set())
        if not files:
            found.append(f"{one} está feito, mas nenhum teste o cita")
        elif row["verify_by"].startswith(BROWSER) and not any(f.startswith(JOURNEYS) for f in files):
            found.append(f"{one} está feito e se vê na tela, mas nenhuma jornada de {JOURNEYS} o cita")
    for one in sorted(set(named) - set(known)):
        found.append(f"{one} é citado em {', '.join(sorted(named[one]))} e não existe em docs/requisitos.csv")
    return found


def counts(rows: list, named: dict) -> str:
    done = sum(row["situacao"] == "feito" for row in rows)
    cited = sum(row["id"] in named for row in rows)
    return f"{len(rows)} requisitos: {done} feitos, {len(rows) - done} abertos, {cited} citados por testes"


def by_section(rows: list, named: dict) -> str:
    lines = []
    sections = collections.defaultdict(list)
    for row in rows:
        sections[row["seed_file"], row["section"]].append(row)
    for (seed, section), group in sections.items():
        done = sum(row["situacao"] == "feito" for row in group)
        waiting = [row["id"] for row in group if row["situacao"] != "feito" and row["id"] in named]
        lines.append(f"{seed}  {section:44} {done:3}/{len(group):3}" + (f"  citados e abertos: {' '.join(waiting)}" if waiting else ""))
    return "\n".join(lines)


def main(arguments: list) -> int:
    folders = [a for a in arguments if not a.startswith("--")]
    root = pathlib.Path(folders[0]) if folders else pathlib.Path(__file__).resolve().parents[2]
    rows, named = read_rows(root / "docs/requisitos.csv"), tests_by_id(root)
    if "--secoes" in arguments:
        print(by_section(rows, named))
    found = problems(rows, named)
    for sentence in found:
        print(sentence)
    print(counts(rows, named))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
