# SPDX-License-Identifier: Apache-2.0
"""What others build on: a route says who may use it and what it does; a code of an error means one thing."""
import re

from tree import Problem, Tree, code_of, line_of

ROUTE = re.compile(r"\{\s*\.method\s*=\s*http::Method::\w+")


def end_of_block(code: str, start: int) -> int:
    """Where the brace that opens at `start` closes."""
    depth = 0
    for at in range(start, len(code)):
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        if depth == 0:
            return at + 1
    return len(code)


def check_routes(tree: Tree) -> list:
    found = []
    for path in tree.files(".cpp", ".hpp", under="src/modules/") + tree.files(".cpp", under="src/app/"):
        if path.endswith("_test.cpp"):
            continue
        code = code_of(tree.texts[path])
        for match in ROUTE.finditer(code):
            end = end_of_block(code, match.start())
            route = code[match.start():end]
            for member in (".path", ".permission", ".summary", ".handle"):
                if not re.search(re.escape(member) + r"\s*=", route):
                    found.append(Problem(path, line_of(code, match.start()), f"uma rota diz o seu {member}"))
            if re.search(r'\.permission\s*=\s*""', tree.texts[path][match.start():end]):
                found.append(Problem(path, line_of(code, match.start()), "a permissão de uma rota não é vazia"))
    return found


ERROR = re.compile(r'Error\{ErrorKind::(\w+),\s*"([A-Z]+-\d{4})"')


def check_codes(tree: Tree) -> list:
    """One code is one kind of error, and so one status, wherever it is made."""
    kinds, found = {}, []
    for path in tree.files(".cpp", ".hpp", under="src/"):
        if path.endswith("_test.cpp"):
            continue
        for match in ERROR.finditer(tree.texts[path]):
            kind, code = match.groups()
            if kinds.setdefault(code, kind) != kind:
                found.append(Problem(path, line_of(tree.texts[path], match.start()), f"{code} é {kinds[code]} em outro lugar, e {kind} aqui"))
    return found


CHECKS = [check_routes, check_codes]
