# SPDX-License-Identifier: Apache-2.0
"""SQL that means the same on SQLite and PostgreSQL, where it may stand, and migrations that stay as released."""
import hashlib
import re

from tree import Problem, Tree, lexemes, line_of, without_sql_comments

# What works on one engine only, or means another thing there.
TRAPS = [
    (r"\bI?LIKE\b|\bGLOB\b", "LIKE distingue maiúsculas em um banco só; procure em uma coluna já dobrada"),
    (r"\b(lower|upper)\s*\(", "lower() e upper() só sabem ASCII no SQLite; dobre no programa"),
    (r"\bnow\s*\(\)|\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\b(strftime|datetime|julianday)\s*\(", "o instante vem do Clock, como parâmetro"),
    (r"\bAUTOINCREMENT\b|\b(BIG)?SERIAL\b|\bGENERATED\b.*\bIDENTITY\b", "o identificador é feito pelo programa"),
    (r"\bCREATE\s+(CONSTRAINT\s+)?TRIGGER\b", "o que acontece em uma escrita está na operação, não em um gatilho"),
    (r"\b(group_concat|string_agg|array_agg|json_agg|jsonb?_build_\w+)\s*\(", "existe em um banco só"),
    (r"\bDISTINCT\s+ON\b|\bSKIP\s+LOCKED\b|\bFOR\s+UPDATE\b", "só existe no PostgreSQL"),
    (r"\bINSERT\s+OR\s+\w+|\bREPLACE\s+INTO\b", "só existe no SQLite; use ON CONFLICT"),
    (r"\bADD\s+CONSTRAINT\b", "o SQLite não a tem; declare a restrição ao criar a tabela"),
    (r"\bBOOLEAN\b|(?<![\w])(=|DEFAULT|,)\s*(TRUE|FALSE)\b", "use SMALLINT com CHECK (x IN (0, 1))"),
    (r"\w::\w", "a conversão :: só existe no PostgreSQL"),
    (r"\bPRAGMA\b|\bVACUUM\b|\browid\b", "só existe em um banco"),
]
TRAPS = [(re.compile(pattern, re.I), why) for pattern, why in TRAPS]
# Types are written in capitals; a column may be called uuid.
TRAPS.append((re.compile(r"\b(TIMESTAMP|TIMESTAMPTZ|DATETIME|NUMERIC|DECIMAL|REAL|DOUBLE|VARCHAR|JSONB?|UUID|BLOB)\b"),
              "tipos dos dois bancos: TEXT, BIGINT, INTEGER, SMALLINT, BYTEA (instantes em _ms, dinheiro em _centavos)"))
STATEMENT = re.compile(r"\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|UNIQUE|INDEX)\s|WITH\s+\w+\s+AS\b)")
# SQL lives in stores; db and jobs are stores of the platform.
SQL_HOME = re.compile(r"src/modules/\w+/store/|src/platform/(db|jobs)/|_test\.cpp$|/tests/|^tests/|^benchmarks/")
ONE_ENGINE = re.compile(r"src/platform/db/(sqlite|postgres)/|\.(sqlite|postgres)\.sql$|src/platform/db/session_test")
MIGRATION = re.compile(r"db/migrations/(\d{4})_[a-z0-9_]+(?:\.(sqlite|postgres))?\.sql")


def traps_in(sql: str) -> list:
    """(position, why) of every trap in a SQL text."""
    clean = without_sql_comments(sql)
    return [(match.start(), why) for trap, why in TRAPS for match in trap.finditer(clean)]


def check_sql(tree: Tree) -> list:
    found = []
    for path in tree.files(".cpp", ".hpp", under="src/"):
        for kind, content, line in lexemes(tree.texts[path]):
            text = content[1:-1] if kind == "string" else content
            if kind not in ("raw", "string") or not STATEMENT.match(text):
                continue
            if not SQL_HOME.search(path):
                found.append(Problem(path, line, "SQL só em store/"))
            if not ONE_ENGINE.search(path):
                found += [Problem(path, line + text.count("\n", 0, at), why) for at, why in traps_in(text)]
    for path in tree.files(".sql", under="db/migrations/"):
        if not ONE_ENGINE.search(path):
            found += [Problem(path, line_of(tree.texts[path], at), why) for at, why in traps_in(tree.texts[path])]
    return found


def check_migrations(tree: Tree) -> list:
    """Numbered from 1 without gap, one file per number or one per engine, each with its owner."""
    numbers, found = {}, []
    for path in tree.files("", under="db/migrations/"):
        match = MIGRATION.fullmatch(path)
        if not match:
            found.append(Problem(path, 1, "o nome de uma migração é NNNN_o_que_faz.sql"))
            continue
        numbers.setdefault(int(match.group(1)), []).append((match.group(2) or "", path))
        if "-- " not in tree.texts[path].split("CREATE")[0] or "Owner: " not in tree.texts[path]:
            found.append(Problem(path, 1, "o cabeçalho diz o que é e de quem («-- Owner: modules/…»)"))
    for missing in sorted(set(range(1, max(numbers, default=0))) - set(numbers)):
        found.append(Problem("db/migrations", 1, f"falta a migração {missing:04}"))
    for files in numbers.values():
        engines = sorted(engine for engine, _ in files)
        if engines not in ([""], ["postgres", "sqlite"]):
            found.append(Problem(files[0][1], 1, "um número tem um arquivo, ou um .sqlite.sql e um .postgres.sql"))
    return found


RELEASED = "tools/tidy/migracoes_lancadas.txt"


def check_released(tree: Tree) -> list:
    """A released migration never changes: its SHA-256 is in the list (`sha256sum` lines)."""
    found = []
    for number, row in enumerate(tree.texts.get(RELEASED, "").splitlines(), start=1):
        if not row.strip() or row.startswith("#"):
            continue
        wanted, path = row.split()
        text = tree.texts.get(path)
        if text is None:
            found.append(Problem(RELEASED, number, f"{path} foi lançada e não está mais aqui"))
        elif hashlib.sha256(text.encode()).hexdigest() != wanted:
            found.append(Problem(path, 1, "já foi lançada: não muda; escreva a migração seguinte"))
    return found


CHECKS = [check_sql, check_migrations, check_released]
