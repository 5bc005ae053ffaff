#!/usr/bin/env python3
"""Writes the IDL of the LEDI from the published facts, and what a program needs to walk it without naming each struct.
Usage: idl.py CAMPOS.csv OUT.thrift NAMESPACE [OUT.hpp [TIPO…]]     without TIPO, every record type.

It knows nothing of our declarations: what Apache Thrift makes of this IDL is a second opinion on them."""
import csv
import pathlib
import sys

SCALARS = {"bool", "i32", "i64", "double", "string", "binary"}


def read_facts(path: str) -> tuple[dict[str, list[tuple[int, str, str]]], dict[str, int]]:
    """Fields (id, name, type) of each struct, and the record type that owns it; 0 is everybody's."""
    fields: dict[str, list[tuple[int, str, str]]] = {}
    owner: dict[str, int] = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            fields.setdefault(row["estrutura"], []).append((int(row["id"]), row["nome"], row["tipo_thrift"]))
            owner[row["estrutura"]] = int(row["tipo"])
    return fields, owner


def inner(kind: str) -> str:
    return kind[5:-1] if kind.startswith("list<") else kind


def roots(fields, owner) -> dict[int, str]:
    """The struct of each record type that no other struct of it holds."""
    held = {inner(kind) for rows in fields.values() for _, _, kind in rows}
    found: dict[int, str] = {}
    for name, tipo in owner.items():
        if tipo and name not in held:
            if tipo in found:
                sys.exit(f"duas raízes no tipo {tipo}: {found[tipo]} e {name}")
            found[tipo] = name
    return found


def in_order(fields, wanted) -> list[str]:
    """The wanted structs and what they hold, each after its parts."""
    out: list[str] = []

    def visit(name: str) -> None:
        if name in out:
            return
        for _, _, kind in fields[name]:
            if inner(kind) not in SCALARS:
                visit(inner(kind))
        out.append(name)

    for name in wanted:
        visit(name)
    return out


def idl(fields, order, namespace: str) -> str:
    # Optional throughout: an absent field must stay absent, and a reader must not add rules of its own.
    lines = [f"namespace cpp {namespace}", ""]
    for name in order:
        lines.append(f"struct {name} {{")
        lines += [f"  {id}: optional {kind} {field}" for id, field, kind in sorted(fields[name])]
        lines += ["}", ""]
    return "\n".join(lines)


def make_value(kind: str) -> str:
    """A C++ expression that asks `s` for a value of this type."""
    if kind.startswith("list<"):
        return f"s.list([&] {{ return {make_value(inner(kind))}; }})"
    return f"s.of_{kind}()" if kind in SCALARS else f"make_{kind}(s)"


def walker(fields, order, tipos, namespace: str) -> str:
    """make_<Struct>(source) fills every field the source wants; with_root(tipo, f) calls f with an empty root."""
    lines = ["#pragma once", '#include "ledi_types.h"', f"namespace {namespace} {{"]
    for name in order:
        lines.append(f"template <class S> {name} make_{name}(S& s) {{")
        lines.append(f"    {name} x;")
        lines += [f"    if (s.wants()) x.__set_{field}({make_value(kind)});" for _, field, kind in sorted(fields[name])]
        lines += ["    return x;", "}"]
    for verb in ("with_root", "make_root"):
        source = ", S& s" if verb == "make_root" else ""
        lines.append(f"template <class F{', class S' if source else ''}> bool {verb}(int tipo, F&& f{source}) {{")
        lines.append("    switch (tipo) {")
        for tipo, root in sorted(tipos.items()):
            value = f"make_{root}(s)" if source else f"{root}()"
            lines.append(f"        case {tipo}: f({value}); return true;")
        lines += ["        default: return false;", "    }", "}"]
    return "\n".join([*lines, f"}}  // namespace {namespace}", ""])


def main() -> None:
    facts, out, namespace = sys.argv[1:4]
    header, only = (sys.argv[4] if len(sys.argv) > 4 else ""), {int(t) for t in sys.argv[5:]}
    fields, owner = read_facts(facts)
    tipos = {tipo: root for tipo, root in roots(fields, owner).items() if not only or tipo in only}
    order = in_order(fields, ["DadoTransporte", *tipos.values()])
    pathlib.Path(out).write_text(idl(fields, order, namespace), encoding="utf-8")
    if header:
        pathlib.Path(header).write_text(walker(fields, order, tipos, namespace), encoding="utf-8")


if __name__ == "__main__":
    main()
