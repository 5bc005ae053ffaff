# SPDX-License-Identifier: Apache-2.0
"""The files of the project, read once, and C++ with its strings and comments taken apart."""
import dataclasses
import functools
import os
import pathlib
import re

# Built, downloaded or somebody's data; nothing there was written here.
SKIPPED_FOLDERS = {".git", "build", "dist", "node_modules", "dados", "__pycache__", ".cache"}
GENERATED = {"web/src/base/api_types.ts", "web/openapi.json"}
BINARY = (".png", ".jpg", ".ico", ".woff2", ".esus", ".esus13", ".zip", ".pyc", ".db")


@dataclasses.dataclass(frozen=True)
class Problem:
    path: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {'aviso: ' if self.warning else ''}{self.message}"


class Tree:
    """Paths (POSIX, relative to the root) and their text."""

    def __init__(self, texts: dict):
        self.texts = texts

    @staticmethod
    def read(root: pathlib.Path) -> "Tree":
        texts = {}
        for folder, names, files in os.walk(root):
            names[:] = sorted(n for n in names if n not in SKIPPED_FOLDERS)
            for file in sorted(files):
                if file in SKIPPED_FOLDERS:  # In a worktree `.git` is a file, which says where the repository is.
                    continue
                path = pathlib.Path(folder, file)
                relative = path.relative_to(root).as_posix()
                if relative in GENERATED or file.endswith(BINARY):
                    texts[relative] = ""
                    continue
                try:
                    texts[relative] = path.read_text(encoding="utf-8")
                except (UnicodeDecodeError, FileNotFoundError):
                    texts[relative] = ""  # Not text, or gone while we looked: only its name is checked.
        return Tree(texts)

    def files(self, *suffixes: str, under: str = "") -> list:
        return [p for p in self.texts if p.startswith(under) and p.endswith(suffixes)]


# Raw strings, comments, strings and characters; a digit separator (1'000) is none of them.
LEXEME = re.compile(
    r"""(?P<raw>R"(?P<mark>\w*)\((?P<inside>.*?)\)(?P=mark)")|(?P<comment>//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<char>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n]){1,4}')""", re.S)


@functools.lru_cache(maxsize=None)
def lexemes(text: str) -> tuple:
    """(kind, content, line) of every string and comment of a C++ text; kind is raw, comment, string or char."""
    found, line, last = [], 1, 0
    for match in LEXEME.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        kind = match.lastgroup if match.lastgroup != "inside" else "raw"
        kind = "raw" if match.group("raw") else kind
        found.append((kind, match.group("inside") if kind == "raw" else match.group(), line))
    return tuple(found)


def blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match.group())


@functools.lru_cache(maxsize=None)
def code_of(text: str) -> str:
    """A C++ (or TypeScript) text whose strings and comments are spaces; lines keep their numbers."""
    return LEXEME.sub(blank, text)


def without_sql_comments(text: str) -> str:
    return re.sub(r"--[^\n]*|'[^']*'", blank, text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
