"""What the benchmark programs in Python share: where the built programs are, and the row they print."""
import json
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = pathlib.Path(os.environ.get("AROEIRA_BUILD", str(ROOT / "build/release")))
BINARY = str(BUILD / "aroeira")


def row(name, value, unit, must, aim, ok, against="-", floor=None, ratio=None):
    print(json.dumps({"id": name, "value": round(value, 2), "unit": unit, "against": against, "floor": floor,
                      "ratio": ratio, "must": must, "aim": aim, "ok": ok}, ensure_ascii=False), flush=True)
