# SPDX-License-Identifier: Apache-2.0
"""docs/seguranca.md says of each requirement of the ASVS whether it holds, and names only files that are there."""
import re

from tree import Problem, Tree, line_of

PAGE = "docs/seguranca.md"
REQUIREMENTS = "tools/tidy/asvs_5_0.txt"
ROW = re.compile(r"^\| (V[\d.]+(?:\*|\d)) \| ([^|\n]+) \| ([^|\n]+) \| ([^|\n]*)\|$", re.M)
WORDS = ("sim", "parte", "não", "n/a")
FILE = re.compile(r"`((?:src|tests|tools|web|docs|config)/[\w./-]+)`")


def covered(name: str, ids: list) -> list:
    """A row may speak of a whole chapter or section: «V10.*»."""
    return [one for one in ids if one.startswith(name[:-1])] if name.endswith("*") else [name]


def check_asvs(tree: Tree) -> list:
    if REQUIREMENTS not in tree.texts:
        return []
    ids = [line.split()[0] for line in tree.texts[REQUIREMENTS].splitlines() if line and not line.startswith("#")]
    text, found, seen = tree.texts.get(PAGE, ""), [], {}
    for row in ROW.finditer(text):
        name, word, how, proof = (group.strip() for group in row.groups())
        line = line_of(text, row.start())
        if word not in WORDS:
            found.append(Problem(PAGE, line, f"{name}: «{word}» não é uma situação ({', '.join(WORDS)})"))
        if word == "sim" and not proof:
            found.append(Problem(PAGE, line, f"{name}: diz que sim e não diz o que o prova"))
        for one in covered(name, ids) or [name]:
            if one not in ids:
                found.append(Problem(PAGE, line, f"{one} não é um requisito dos níveis 1 e 2"))
            elif one in seen:
                found.append(Problem(PAGE, line, f"{one} já está na linha {seen[one]}"))
            seen.setdefault(one, line)
    found += [Problem(PAGE, 1, f"falta {one}") for one in ids if one not in seen]
    folders = {"/".join(path.split("/")[:n]) for path in tree.texts for n in range(1, path.count("/") + 1)}
    for match in FILE.finditer(text):
        if match.group(1) not in tree.texts and match.group(1) not in folders:
            found.append(Problem(PAGE, line_of(text, match.start()), f"{match.group(1)} não existe"))
    return found


CHECKS = [check_asvs]
