# SPDX-License-Identifier: Apache-2.0
"""A word of a name is Portuguese if, and only if, docs/glossario.md has it.

No dictionary is asked. The project itself says which language a word is of: its comments are English,
its documents and messages Portuguese. A word seen more in Portuguese than in English, or that ends as
only Portuguese words do, must be in the glossary. Words nobody ever wrote in a sentence pass; what is
told is always worth looking at. An English word that a document uses goes to ingles.txt."""
import collections
import re
import unicodedata

from tree import Problem, Tree, code_of, lexemes, line_of

GLOSSARY = "docs/glossario.md"
ENGLISH = "tools/tidy/ingles.txt"
# Foreign vocabularies stay at their border as they are: the LEDI's names, the CNES's attributes.
BORDER = re.compile(r"src/modules/fichas/domain/(records/|ledi/tables\.hpp)|src/modules/estabelecimentos/.*(xml|atributos|layout)"
                    r"|_test\.cpp$|/tests/|^tests/")

WORD = re.compile(r"[^\W\d_]{3,}")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
IDENTIFIER = re.compile(r"\b[A-Za-z_]\w*")
DECLARED = re.compile(r"\b(?:const|let|var|function|class|interface|type|enum)\s+([A-Za-z_]\w*)")
ENDING = re.compile(r"(cao|coes|mento|mentos|dade|dades|encia|encias|agem|eiro|eira)$")
PORTUGUESE_TEXT = re.compile(r"[à-üÀ-Ü]| (de|da|do|um|uma|os|as|por|com|que|em) ")
TEST_NAME = re.compile(r'TEST_CASE\("([^"]*)"')
PYTHON_PROSE = re.compile(r'"""(?:.|\n)*?"""|#[^\n]*')
QUOTED = re.compile(r"«[^»]*»|`[^`]*`|\"[^\"]*\"")


def fold(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).lower()


def words(text: str) -> list:
    return [fold(w) for w in WORD.findall(text)]


def parts(identifier: str) -> list:
    return [p.lower() for p in PART.findall(identifier) if len(p) > 2]


def forms(word: str) -> set:
    """The word and what it would be in the singular and in either gender."""
    found = {word}
    for ending, singular in (("oes", "ao"), ("aes", "ao"), ("res", "r"), ("ses", "s"), ("zes", "z"), ("eis", "el"), ("ais", "al"), ("is", "il"), ("ns", "m"), ("s", "")):
        if word.endswith(ending):
            found.add(word[:-len(ending)] + singular)
    return found | {w[:-1] + {"a": "o", "o": "a"}[w[-1]] for w in found if w[-1] in "ao"}


def glossary_words(text: str) -> set:
    """Every word of the first column of every table."""
    return {w for row in re.findall(r"^\|([^|]*)\|", text, re.M) for w in words(row)}


def portuguese(tree: Tree) -> collections.Counter:
    seen = collections.Counter()
    for path in tree.files(".md"):
        prose = re.sub(r"```.*?```|`[^`]*`|\[[^\]]*\]\([^)]*\)", " ", tree.texts[path].split("## In English")[0], flags=re.S)
        seen.update(words(prose))
    for path in tree.files(".cpp", under="src/"):
        if path.endswith("_test.cpp"):
            continue
        for kind, content, _ in lexemes(tree.texts[path]):
            if kind == "string" and PORTUGUESE_TEXT.search(content):
                seen.update(words(content))
    return seen


def english(tree: Tree) -> collections.Counter:
    seen = collections.Counter()
    for path in tree.files(".cpp", ".hpp", ".ts", ".tsx", ".mjs"):
        for kind, content, _ in lexemes(tree.texts[path]):
            if kind == "comment":
                seen.update(words(QUOTED.sub(" ", content)))
        for name in TEST_NAME.findall(tree.texts[path]) if path.endswith("_test.cpp") else ():
            seen.update(words(QUOTED.sub(" ", name)))
    for path in tree.files(".py"):
        for sentence in PYTHON_PROSE.findall(tree.texts[path]):
            seen.update(words(QUOTED.sub(" ", sentence)))
    return seen


def identifiers(tree: Tree) -> dict:
    """identifier → where it is first seen: (path, line)."""
    first = {}

    def note(path: str, text: str, pattern: re.Pattern, group: int) -> None:
        for match in pattern.finditer(text):
            name = match.group(group)
            if name not in first:
                first[name] = (path, line_of(text, match.start(group)))

    for path in tree.files(".cpp", ".hpp", under="src/"):
        if not BORDER.search(path):
            note(path, re.sub(r"^[ \t]*#[^\n]*", "", code_of(tree.texts[path]), flags=re.M), IDENTIFIER, 0)
    for path in tree.files(".ts", ".tsx", under="web/src/"):
        note(path, code_of(tree.texts[path]), DECLARED, 1)
    for path in tree.files(".sql", under="db/migrations/"):
        note(path, re.sub(r"--[^\n]*|'[^']*'", "", tree.texts[path]), IDENTIFIER, 0)
    return first


def check_names(tree: Tree) -> list:
    known = glossary_words(tree.texts.get(GLOSSARY, "")) | set(tree.texts.get(ENGLISH, "").split())
    in_portuguese, in_english = portuguese(tree), english(tree)
    told, found = set(), []
    for name, (path, line) in identifiers(tree).items():
        for part in parts(name):
            if part in told or forms(part) & known:
                continue
            if in_portuguese[part] > in_english[part] or (ENDING.search(part) and not in_english[part]):
                told.add(part)
                found.append(Problem(path, line, f"«{part}» ({name}) não está em {GLOSSARY}; se é inglês, {ENGLISH}"))
    return found


CHECKS = [check_names]
