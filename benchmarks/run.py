#!/usr/bin/env python3
"""Runs the bench programs of build/release and prints one table, or one JSON object per row with --json.
Each program prints JSON rows {"id","value","unit","against","floor","ratio","must","aim","ok"} on its own."""
import json
import pathlib
import subprocess
import sys

from rows import BUILD, ROOT

PROGRAMS = sorted(BUILD.glob("*_bench")) + sorted((ROOT / "benchmarks").glob("*_bench.py"))


def main() -> int:
    as_json = "--json" in sys.argv[1:]
    wanted = [a for a in sys.argv[1:] if not a.startswith("--")]
    ok = True
    if not as_json:
        print(f"{'medida':<46} {'valor':>14} {'contra':<34} {'razão':>7} {'deve':>7} {'meta':>7}")
    for program in PROGRAMS:
        if wanted and not any(w in program.name for w in wanted):
            continue
        command = [sys.executable, str(program)] if program.suffix == ".py" else [str(program)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        if done.returncode != 0:
            print(f"{program.name}: terminou com {done.returncode}", file=sys.stderr)
            ok = False
        for line in done.stdout.splitlines():
            if not line.startswith("{"):
                continue
            row = json.loads(line)
            ok = ok and row["ok"]
            if as_json:
                print(json.dumps(row, ensure_ascii=False), flush=True)
                continue
            mark = "" if row["ok"] else "  ABAIXO"
            ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
            print(f"{row['id']:<46} {row['value']:>10.4g} {row['unit']:<6} {row['against']:<31} {ratio:>7} "
                  f"{row['must']!s:>7} {row['aim']!s:>7}{mark}", flush=True)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
