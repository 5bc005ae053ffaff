#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a reviewer would say every time, said by a program.  Usage: tidy.py [ROOT].
Warnings do not fail; anything else does (exit code 1)."""
import pathlib
import sys

import documents
import layers
import names
import routes
import security
import sources
import sql
from tree import Tree

CHECKS = [check for part in (layers, sources, names, sql, routes, documents, security) for check in part.CHECKS]


def problems(tree: Tree) -> list:
    return [problem for check in CHECKS for problem in check(tree)]


def main(arguments: list) -> int:
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parents[2]
    tree = Tree.read(root)
    found = problems(tree)
    for problem in found:
        print(problem)
    errors = sum(not p.warning for p in found)
    print(f"{len(tree.texts)} arquivos, {len(CHECKS)} verificações: {errors} erros, {len(found) - errors} avisos")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
