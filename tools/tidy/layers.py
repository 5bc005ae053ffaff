# SPDX-License-Identifier: Apache-2.0
"""Who may include whom. The table of ARCHITECTURE.md and the one of CMake are kept the same here."""
import re

from tree import Problem, Tree, line_of

# A layer is the folder under src/ or, inside a module, the folder under it ("module" for its own files).
# Inside a platform folder only the platform is known: not a module, not the health in it.
MAY_INCLUDE = {
    "base": {"base"},
    "platform": {"base", "platform"},
    "api": {"base", "api", "platform"},
    "domain": {"base", "api", "domain", "platform"},
    "operations": {"base", "api", "domain", "operations", "platform"},
    "store": {"base", "api", "domain", "store", "platform"},
    "http": {"base", "api", "domain", "operations", "http", "module", "platform"},
    "module": {"base", "api", "domain", "operations", "store", "http", "module", "platform"},
    "app": {"base", "api", "operations", "store", "module", "platform", "app"},
    "tests": {"base", "api", "domain", "operations", "store", "http", "module", "platform", "tests"},
}
# What is computed with is not what is reached out to: formats yes; database, network and jobs no.
PLATFORM_FOR = {
    "api": {"json"},
    "domain": {"json", "xml", "zip", "csv", "pdf"},
    "operations": {"json", "xml", "zip", "csv", "pdf", "crypto", "db", "jobs", "log", "client", "backup", "mail"},
    "store": {"db", "json", "crypto", "zip"},
}
# A test world is put together from real parts, as app/ puts the program together.
OF_A_NEIGHBOUR_IN_TESTS = {"api", "store", "module", "tests"}
INCLUDE = re.compile(r'^\s*#include "([^"]+)"', re.M)


def place(path: str) -> tuple:
    """(module, layer, platform folder) of a file, its path relative to src/; tests/support is for tests."""
    parts = path.split("/")
    if parts[0] == "tests":
        return "", "tests", ""
    if parts[0] != "modules":
        return "", parts[0], parts[1] if parts[0] == "platform" and len(parts) > 2 else ""
    layer = "module" if len(parts) == 3 else parts[2]
    return parts[1], layer, ""


def include_problem(path: str, included: str, depends: dict) -> str:
    """Why `path` may not include `included` (both relative to src/), or ""."""
    (module, mine, my_part), (their_module, theirs, their_part) = place(path), place(included)
    is_test = path.endswith("_test.cpp") or mine == "tests"
    if is_test and mine != "app":
        mine = "tests"
    if theirs == "app" and mine != "app":
        return "ninguém inclui app/, só app/"
    if module and their_module and module != their_module:
        if theirs not in (OF_A_NEIGHBOUR_IN_TESTS if is_test else {"api"}):
            return f"em {their_module} só se entra por {their_module}/api/"
        if their_module not in depends.get(module, set()):
            return f"{module} não declara que usa {their_module} (DEPENDS em src/modules/{module}/CMakeLists.txt)"
    for_tests = {"tests"} if is_test else set()
    if theirs not in MAY_INCLUDE.get(mine, set()) | for_tests:
        return f"{mine} não pode incluir {theirs}"
    if theirs == "platform" and their_part not in PLATFORM_FOR.get(mine, {their_part}):
        return f"{mine} não pode incluir platform/{their_part}"
    if mine == "platform" and theirs == "platform" and my_part != their_part and their_part not in depends.get("platform/" + my_part, set()):
        return f"platform/{my_part} não declara que usa platform/{their_part} (CMakeLists.txt)"
    return ""


def declared(tree: Tree) -> dict:
    """module → modules it DEPENDS on, and platform/x → platform folders it links."""
    depends = {}
    for path in tree.files("CMakeLists.txt", under="src/"):
        text = re.sub(r"#[^\n]*", "", tree.texts[path])
        for name, names in re.findall(r"aroeira_module\((\w+)\s+DEPENDS([^)]*)\)", text):
            depends[name] = set(names.split("LINK")[0].split())
        for name, names in re.findall(r"^platform\((\w+)([^)]*)\)", text, re.M):
            depends["platform/" + name] = set(re.findall(r"aroeira_platform_(\w+)", names))
        for name, linked in re.findall(r"target_link_libraries\(aroeira_platform_(\w+?)_test PRIVATE aroeira_platform_(\w+)", text):
            depends.setdefault("platform/" + name, set()).add(linked)
    return depends


def check_includes(tree: Tree) -> list:
    depends, found = declared(tree), []
    for path in tree.files(".cpp", ".hpp", under="src/"):
        text = tree.texts[path]
        for match in INCLUDE.finditer(text):
            why = include_problem(path[len("src/"):], match.group(1), depends)
            if why:
                found.append(Problem(path, line_of(text, match.start(1)), why))
    return found


def check_architecture(tree: Tree) -> list:
    """The table «Módulos» of ARCHITECTURE.md says what CMake says."""
    path = "ARCHITECTURE.md"
    text = tree.texts.get(path, "")
    said = {}
    for match in re.finditer(r"^\| `(\w+)` \|[^|]*\|([^|]*)\|$", text, re.M):
        said[match.group(1)] = (set(re.findall(r"`(\w+)`", match.group(2))), line_of(text, match.start()))
    found = []
    modules = {name: used for name, used in declared(tree).items() if not name.startswith("platform/")}
    for name, used in modules.items():
        if name not in said:
            found.append(Problem(path, 1, f"falta o módulo {name} na tabela"))
        elif said[name][0] != used:
            found.append(Problem(path, said[name][1], f"{name} usa {', '.join(sorted(used)) or 'ninguém'} segundo o CMake"))
    return found + [Problem(path, line, f"{name} não é um módulo") for name, (_, line) in said.items() if name not in modules]


CHECKS = [check_includes, check_architecture]
