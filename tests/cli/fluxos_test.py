"""The recommended flows of data inside a município and up to the Centralizador Nacional, between real installations.
Usage: fluxos_test.py BINARY"""
import io
import json
import pathlib
import sys
import tempfile
import time
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "faults"), str(HERE.parent / "support")]
sys.path.insert(0, str(HERE.parents[1] / "tools/rede"))
import counted  # noqa: E402
import cnes  # noqa: E402
from fichas import packed, visita  # noqa: E402
from instalacao import MUNICIPAL, MUNICIPIO, NACIONAL, Instalacao  # noqa: E402

BINARY = ""
PATIENCE_S = 60


def ficha(number, **changed):
    """Valid where the registry is known."""
    return visita(number, MUNICIPIO, **{"cnes": cnes.unidade(1), "ine": cnes.ine(1, 0), "cns": cnes.cns(1), **changed})


class Fluxos(unittest.TestCase):
    """UBS → SMS (centralizador municipal) → nacional, which stands for the SISAB; and a state's."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        folder = pathlib.Path(cls.temporary.name)
        registry = folder / "cnes.xml"
        cnes.save(registry, ibge=MUNICIPIO, uf="DF", unidades=3, profissionais=30)
        cls.nacional = cls.open(folder / "nacional", "centralizador_nacional", "Centralizador Nacional")
        cls.estado = cls.open(folder / "estado", "centralizador_estadual", "Centralizador do Estado DF", "DF")
        cls.sms = cls.open(folder / "sms", "centralizador_municipal", "SMS", nacional=cls.nacional.endereco)
        cls.ubs = cls.open(folder / "ubs", "prontuario", "UBS", nacional="")
        for node in (cls.sms, cls.ubs):
            node.import_cnes(registry)
        cls.ubs.ask("POST", f"/api/v1/transmissao/destinos/{NACIONAL}/inativar")
        cls.sms.send_to(cls.nacional, "Centralizador Nacional", NACIONAL)
        cls.sms.send_to(cls.estado, "Centralizador do Estado DF")
        cls.ubs.send_to(cls.sms, "Centralizador do Município")
        cls.number = 0

    @classmethod
    def open(cls, folder, tipo, nome, uf="", nacional=None):
        node = Instalacao(BINARY, folder, nacional=nacional or None).start()
        cls.addClassCleanup(node.stop)
        node.identify(tipo, nome, uf)
        return node

    def some(self, count):
        """Fichas nobody has."""
        first = Fluxos.number
        Fluxos.number += count
        return [ficha(number) for number in range(first, first + count)]

    def bring(self, node, items, name="lote.zip"):
        taken = node.upload("/api/v1/recebimento/lotes", name, packed(items))
        node.wait_for(taken["trabalho"], MUNICIPAL)

    def send_on(self, node):
        """«Gerar lotes», and everything it has to send arrives and is judged."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            node.generate()
            if all(one["situacao"] == "concluido" for one in node.lotes()):
                return
            time.sleep(0.2)
        self.fail(f"{node.dados.name}: {[(one['numero'], one['situacao'], one['causa']) for one in node.lotes()]}")

    def state(self, node, key):
        """What an installation says of a ficha: its verdict and how many versions it has; None when it is not there."""
        if MUNICIPAL not in node.sessions:
            node.enter(MUNICIPAL)
        status, _, body = node.call("GET", f"/api/v1/recebimento/fichas/{key}", headers=node.sessions[MUNICIPAL])
        if status == 404:
            return None
        found = json.loads(body)
        return found["ficha"]["situacao"], len(found["versoes"])

    def check_once(self, items, *nodes):
        for node in nodes:
            self.assertEqual({self.state(node, key) for key, _ in items}, {("valida", 1)}, node.dados.name)

    def saved_file(self, node):
        lote = node.lotes()[0]
        status, _, body = node.call("GET", f"/api/v1/transmissao/lotes/{lote['id']}/arquivo?municipio={MUNICIPIO}",
                                    headers=node.sessions["52998224725"])
        self.assertEqual(status, 200)
        return body

    def test_decentralised_base(self):
        "[S2-225] [S2-240] what a UBS has reaches the centralizador of the município and, through it, the SISAB, once"
        items = self.some(12)
        self.bring(self.ubs, items)
        self.send_on(self.ubs)
        self.send_on(self.sms)
        self.check_once(items, self.ubs, self.sms, self.nacional)

    def test_processed_first(self):
        "[S2-224] the centralizador processes what it received before anything goes on to the SISAB, and only what is valid goes"
        good, bad = self.some(5), [ficha(1 << 20, cnes="9999999")]
        hour = (time.gmtime().tm_hour + 12) % 24
        hours = {"inicio": f"{hour:02}:00", "fim": f"{(hour + 1) % 24:02}:00"}
        self.sms.ask("PUT", "/api/v1/recebimento/configuracao", {"modo": "janela", **hours})
        try:
            taken = self.sms.upload("/api/v1/recebimento/lotes", "cds.zip", packed(good + bad))
            self.send_on(self.sms)
            self.assertEqual({self.state(self.nacional, key) for key, _ in good}, {None})
            self.sms.ask("POST", "/api/v1/recebimento/processar", cpf=MUNICIPAL)
            self.sms.wait_for(taken["trabalho"], MUNICIPAL)
        finally:
            self.sms.ask("PUT", "/api/v1/recebimento/configuracao", {"modo": "continuo", **hours})
        self.send_on(self.sms)
        self.check_once(good, self.sms, self.nacional)
        self.assertEqual(self.state(self.sms, bad[0][0]), ("invalida", 1))
        self.assertIsNone(self.state(self.nacional, bad[0][0]))

    def test_state_link_by_hand(self):
        "[S2-241] the link a state gives is added by hand when it is no default, and the state then receives what the SISAB receives"
        self.assertEqual([one["origem"] for one in self.sms.destinos()], ["nacional", "adicionado"])
        items = self.some(4)
        self.bring(self.sms, items)
        self.send_on(self.sms)
        self.check_once(items, self.nacional, self.estado)

    def test_ubs_off_line(self):
        "[S2-253] a UBS without internet has an installation of its own, and the one of the município that is on line sends its file on"
        self.ubs.ask("POST", f"/api/v1/transmissao/destinos/{self.destino_of_ubs()}/inativar")
        by_file = self.ubs.ask("POST", "/api/v1/transmissao/destinos",
                               {"nome": "Só por arquivo", "endereco": "", "protocolo": "aroeira", "usuario": "", "senha": "", "autoridade": ""})
        try:
            items = self.some(7)
            self.bring(self.ubs, items)
            self.ubs.wait_for(self.ubs.ask("POST", f"/api/v1/transmissao/lotes?municipio={MUNICIPIO}")["trabalho"])
            content = self.saved_file(self.ubs)
            taken = self.sms.upload("/api/v1/recebimento/lotes", "pendrive.zip", content)
            self.sms.wait_for(taken["trabalho"], MUNICIPAL)
            self.send_on(self.sms)
            self.check_once(items, self.ubs, self.sms, self.nacional)
        finally:
            self.ubs.ask("DELETE", f"/api/v1/transmissao/destinos/{by_file['id']}")
            self.ubs.ask("POST", f"/api/v1/transmissao/destinos/{self.destino_of_ubs()}/ativar")

    def destino_of_ubs(self):
        return next(one["id"] for one in self.ubs.destinos() if one["nome"] == "Centralizador do Município")

    def test_third_party(self):
        "[S2-286] a system of the município's own sends its fichas in Thrift to the centralizador, which sends them to the SISAB"
        usuario, senha = self.sms.credencial("Sistema próprio")
        items = self.some(6)
        status, headers, _ = self.sms.call("POST", "/api/recebimento/login", f"usuario={usuario}&senha={senha}",
                                           {"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(status, 200)
        who = {"Cookie": headers["Set-Cookie"].split(";")[0], "Content-Type": "multipart/form-data; boundary=limite"}
        for key, data in items:
            body = (f'--limite\r\nContent-Disposition: form-data; name="ficha"; filename="{key}.esus"\r\n\r\n').encode() + data + b"\r\n--limite--\r\n"
            status, _, answer = self.sms.call("POST", "/api/v1/recebimento/ficha", body, who)
            self.assertEqual(status, 200, answer)
        self.send_on(self.sms)
        self.check_once(items, self.sms, self.nacional)
        # What is no Thrift is not taken for a ficha.
        body = b'--limite\r\nContent-Disposition: form-data; name="ficha"; filename="x.esus"\r\n\r\n{"uuid": 1}\r\n--limite--\r\n'
        self.assertEqual(self.sms.call("POST", "/api/v1/recebimento/ficha", body, who)[0], 400)

    def test_recovery(self):
        "[S2-223] the base of a UBS that was lost is made again from what the centralizador keeps of it, with the same uuids"
        items = self.some(9)
        self.bring(self.ubs, items)
        self.send_on(self.ubs)
        self.sms.destinos()
        status, _, content = self.sms.call("GET", f"/api/v1/transmissao/recuperacao?municipio={MUNICIPIO}&cnes={cnes.unidade(1)}",
                                           headers=self.sms.sessions["52998224725"])
        self.assertEqual(status, 200)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            kept = {name: archive.read(name) for name in archive.namelist()}
        for key, data in items:
            self.assertEqual(kept[f"{key}.esus"], data)
        folder = pathlib.Path(self.temporary.name)
        new = Instalacao(BINARY, folder / "ubs-nova").start()
        self.addCleanup(new.stop)
        new.identify("prontuario", "UBS", "")
        new.import_cnes(folder / "cnes.xml")
        taken = new.upload("/api/v1/recebimento/lotes", "recuperacao.zip", content)
        new.wait_for(taken["trabalho"], MUNICIPAL)
        self.check_once(items, new)

    def test_page_of_the_flows(self):
        "[S2-281] [S2-285] the page of the flows tells that the CDS does not replace the paper record, and that modules are adopted step by step"
        page = (HERE.parents[1] / "docs/operacao/fluxos.md").read_text(encoding="utf-8")
        for title in ("UBS não informatizada", "UBS sem internet", "UBS com internet", "Sistema próprio"):
            self.assertIn(f"## {title}", page)
        self.assertIn("não substitui o registro no prontuário de papel", page)
        self.assertIn("um módulo de cada vez", page)


if __name__ == "__main__":
    BINARY = sys.argv[1]
    counted.main()
