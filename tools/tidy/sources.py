# SPDX-License-Identifier: Apache-2.0
"""How a source file looks: its licence line, its length, its alphabet, and what it never says."""
import re

from tree import Problem, Tree, code_of, lexemes, line_of

LICENSED = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".css")
SPDX = "SPDX-License-Identifier: Apache-2.0"

LINES_MAX = 400
COUNTED = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".py", ".sh")
# Code tables written as declarations: their length is their content.
TABLES = {"src/modules/fichas/domain/ledi/tables.hpp"}

# The project speaks of itself, not of how or where it was written.
NEVER = [
    (r"\b(language models?|LLMs?|chatbots?|AI[- ](assistant|tool|generated|written)\w*)\b", "como foi escrito não interessa a quem lê"),
    (r"\b(generated|written) (by|with) (an? )?AI\b|\bco-authored-by\b", "como foi escrito não interessa a quem lê"),
    (r"\b(in|from) (this|the) (prompt|chat|conversation)\b|\bas (requested|instructed) by\b", "como foi pedido não interessa a quem lê"),
    (r"(?<![\w./-])/(work|root)/|(?<![\w./-])/home/\w+/", "caminho da máquina de alguém"),
]
NEVER = [(re.compile(pattern, re.I), why) for pattern, why in NEVER]
SAYS_ANYTHING = ("tools/tidy/", "LICENSE", "web/package-lock.json", "tests/journeys/package-lock.json", "db/reference/")

UNFINISHED = re.compile(r"\b(FIXME|TODO|XXX|HACK)\b(?!: .*#\d+)")
DECLARED = re.compile(r"\b(?:const|let|var|function|class|interface|type|enum)\s+([^\s=(<{:;,]+)")


def check_licence(tree: Tree) -> list:
    return [Problem(path, 1, f"a primeira linha diz {SPDX}") for path in tree.files(*LICENSED)
            if tree.texts[path] and SPDX not in tree.texts[path].split("\n", 1)[0]]


def check_length(tree: Tree) -> list:
    found = []
    for path in tree.files(*COUNTED):
        lines = tree.texts[path].count("\n")
        if lines > LINES_MAX and path not in TABLES:
            found.append(Problem(path, lines, f"{lines} linhas; acima de {LINES_MAX} um arquivo são dois", warning=True))
    return found


def check_ascii(tree: Tree) -> list:
    """Names are ASCII, of files too: grep, SQL and addresses do not know accents."""
    found = [Problem(path, 1, "o nome de um arquivo é ASCII") for path in tree.texts if not path.isascii()]
    for path in tree.files(".cpp", ".hpp"):
        code = code_of(tree.texts[path])
        if not code.isascii():
            at = next(i for i, c in enumerate(code) if not c.isascii())
            found.append(Problem(path, line_of(code, at), "um nome no código é ASCII"))
    for path in tree.files(".ts", ".tsx", ".mjs"):
        code = code_of(tree.texts[path])  # Texts of a screen stand bare between tags, so only declarations are read.
        found += [Problem(path, line_of(code, m.start()), f"um nome no código é ASCII: {m.group(1)}")
                  for m in DECLARED.finditer(code) if not m.group(1).isascii()]
    return found


def check_words(tree: Tree) -> list:
    found = []
    for path, text in tree.texts.items():
        if path.startswith(SAYS_ANYTHING):
            continue
        for pattern, why in NEVER:
            found += [Problem(path, line_of(text, m.start()), f"«{m.group().strip()}»: {why}") for m in pattern.finditer(text)]
    return found


def check_unfinished(tree: Tree) -> list:
    found = []
    for path in tree.files(".cpp", ".hpp", ".ts", ".tsx", ".mjs"):
        for kind, content, line in lexemes(tree.texts[path]):
            if kind == "comment" and UNFINISHED.search(content):
                found.append(Problem(path, line, "o que falta é «FIXME: frase #número»"))
    return found


CHECKS = [check_licence, check_length, check_ascii, check_words, check_unfinished]
