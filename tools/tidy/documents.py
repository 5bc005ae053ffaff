# SPDX-License-Identifier: Apache-2.0
"""Documents that stay true: links that lead somewhere, and a line for every table, package and folder."""
import json
import posixpath
import re

from names import fold
from tree import Problem, Tree, line_of

LINK = re.compile(r"!?\[[^\]\n]*\]\(([^)\s]+)\)")
SOURCES = "docs/fontes.md"
PACKAGES = "tools/setup/packages.txt"


def anchor(heading: str) -> str:
    """The address of a heading, as the usual readers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(text: str) -> set:
    return {anchor(h) for h in re.findall(r"^#+\s+(.*)$", re.sub(r"```.*?```", "", text, flags=re.S), re.M)}


def check_links(tree: Tree) -> list:
    folders = {posixpath.dirname(p) for p in tree.texts}
    folders |= {"/".join(f.split("/")[:n]) for f in folders for n in range(len(f.split("/")))}
    found = []
    for path in tree.files(".md"):
        text = tree.texts[path]
        for match in LINK.finditer(text):
            address, _, fragment = match.group(1).partition("#")
            if re.match(r"[a-z]+:", address):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            if target not in tree.texts and target not in folders:
                found.append(Problem(path, line_of(text, match.start()), f"o link {address} não leva a nada"))
            elif fragment and target.endswith(".md") and fold(fragment) not in {fold(a) for a in anchors(tree.texts[target])}:
                found.append(Problem(path, line_of(text, match.start()), f"{target} não tem a seção #{fragment}"))
    return found


def check_readmes(tree: Tree) -> list:
    """Every feature and every technology says what it is and where to look."""
    folders = {"/".join(p.split("/")[:3]) for p in tree.texts if re.match(r"src/(modules|platform)/[^/]+/", p)}
    return [Problem(folder + "/README.md", 1, "falta o README da pasta") for folder in sorted(folders)
            if folder + "/README.md" not in tree.texts]


def rows_of(text: str) -> int:
    """How many facts a table holds: its lines without comments and heading."""
    return sum(1 for line in text.splitlines() if line and not line.startswith("#")) - 1


def check_reference(tree: Tree) -> list:
    """Every table of facts has its source and date, and as many rows as said."""
    said = {name: int(rows.replace(".", "")) for name, rows in
            re.findall(r"^\| `([\w.]+)` \| ([\d.]+) \| [^|]+ \| [^|]*\d{4}[^|]* \|$", tree.texts.get(SOURCES, ""), re.M)}
    found = []
    for path in tree.files(".csv", under="db/reference/"):
        name, rows = posixpath.basename(path), rows_of(tree.texts[path])
        if name not in said:
            found.append(Problem(SOURCES, 1, f"falta a linha de {name}: `{name}`, linhas, fonte, data"))
        elif said[name] != rows:
            found.append(Problem(SOURCES, 1, f"{name} tem {rows} linhas, não {said[name]}"))
    gone = set(said) - {posixpath.basename(path) for path in tree.files(".csv", under="db/reference/")}
    return found + [Problem(SOURCES, 1, f"{name} não está mais em db/reference") for name in sorted(gone)]


def dependencies(tree: Tree) -> dict:
    """name → the file that asks for it."""
    found = {}
    for line in tree.texts.get(PACKAGES, "").splitlines():
        if line.strip() and not line.startswith("#"):
            found[line.split()[1]] = PACKAGES
    for path in tree.files("package.json"):
        manifest = json.loads(tree.texts[path] or "{}")
        for group in ("dependencies", "devDependencies"):
            found.update(dict.fromkeys(manifest.get(group, {}), path))
    return found


def check_decisions(tree: Tree) -> list:
    """What is not ours was chosen: a decision of docs/adr names it."""
    decided = " ".join(tree.texts[p] for p in tree.files(".md", under="docs/adr/"))
    return [Problem(path, 1, f"{name} não está em nenhuma decisão de docs/adr") for name, path in dependencies(tree).items()
            if f"`{name}`" not in decided]


CHECKS = [check_links, check_readmes, check_reference, check_decisions]
