"""Fichas written by hand in Thrift, for tests that need many: a home visit in its envelope."""
import io
import struct
import uuid
import zipfile


def field(kind, number, value):
    return struct.pack(">bh", kind, number) + value


def text(number, value):
    data = value.encode()
    return field(11, number, struct.pack(">i", len(data)) + data)


def i64(number, value):
    return field(10, number, struct.pack(">q", value))


def i32(number, value):
    return field(8, number, struct.pack(">i", value))


def group(number, *fields):
    return field(12, number, b"".join(fields) + b"\0")


def visita(number, ibge="5300108", at_ms=1_788_000_000_000, cnes="2269741", ine="0000123456", cns="700000000000005"):
    """The uuid and the bytes of one valid visit; `number` makes its uuid."""
    key = f"{cnes}-" + str(uuid.UUID(int=(7 << 76) | (2 << 62) | number))
    header = group(3, text(1, cns), text(2, "515105"), text(3, cnes), text(4, ine), i64(5, at_ms), text(6, ibge))
    visit = b"".join([i64(1, 1), text(2, str(number % 100000)), i64(4, -600_000_000_000), i64(5, 1),
                      field(15, 7, struct.pack(">bi", 10, 2) + struct.pack(">qq", 11, 29)), i64(8, 1), text(9, "01"),
                      i64(11, 1)]) + b"\0"
    record = text(1, key) + i32(2, 3) + header + field(15, 4, struct.pack(">bi", 12, 1) + visit) + b"\0"
    sender = (text(1, "Sistema de teste - 1.0"), text(2, "1"), text(3, "11222333000181"), text(4, "Município de teste"))
    envelope = b"".join([text(1, key), i64(2, 8), text(3, cnes), text(4, ibge), text(5, ine), i64(6, 1),
                         field(11, 7, struct.pack(">i", len(record)) + record), group(8, *sender), group(9, *sender),
                         group(10, i32(1, 8), i32(2, 7), i32(3, 0))]) + b"\0"
    return key, envelope


ONE_OF_EACH = "SELECT COUNT(*) FROM (SELECT 1 FROM ficha GROUP BY municipio, uuid, versao HAVING COUNT(*) > 1) d"


def key_faults(base):
    """What is wrong with the versions and the keys of the fichas of a SQLite database: no version twice, one key each."""
    asked = {"versões em dobro": ONE_OF_EACH,
             "mais de uma versão atual": "SELECT COUNT(*) FROM (SELECT 1 FROM ficha WHERE atual = 1 GROUP BY municipio, uuid HAVING COUNT(*) > 1) d",
             "fichas que não se acham pelo uuid": "SELECT COUNT(*) FROM ficha WHERE (municipio, uuid, versao) NOT IN "
                                                  "(SELECT municipio, uuid, versao FROM ficha_por_uuid)",
             "chaves a mais": "SELECT (SELECT COUNT(*) FROM ficha_por_uuid) - (SELECT COUNT(*) FROM ficha)",
             "chaves contadas a mais": "SELECT abs(recentes - (SELECT COUNT(*) FROM ficha_chave_recente)) "
                                       "+ abs(anteriores - (SELECT COUNT(*) FROM ficha_chave)) FROM ficha_chave_total"}
    return [f"{what}: {number}" for what, sql in asked.items() if (number := base.execute(sql).fetchone()[0])]


def packed(items):
    """A zip of fichas, each its key and its bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, data in items:
            archive.writestr(key + ".esus", data)
    return out.getvalue()


def lote(first, count):
    """A zip of `count` visits and their uuids."""
    items = [visita(number) for number in range(first, first + count)]
    return packed(items), [key for key, _ in items]
