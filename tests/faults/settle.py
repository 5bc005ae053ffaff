"""Waiting for the end of what goes on in the background."""
import contextlib
import sqlite3
import time


def settle(left, seconds=60, pause=0.1):
    """Waits until `left()` gives nothing; gives how long that took. At the end of `seconds` it says what is left."""
    began = time.monotonic()
    while rest := left():
        if time.monotonic() - began > seconds:
            raise SystemExit(f"não termina: {rest}")
        time.sleep(pause)
    return time.monotonic() - began


def lotes_of(data):
    """The lotes still to process in the SQLite database of the data directory."""
    def left():
        with contextlib.closing(sqlite3.connect(f"file:{data}/aroeira.db?mode=ro", uri=True)) as base:
            return base.execute("SELECT id, situacao FROM lote_recebido WHERE situacao IN ('aguardando', 'processando')").fetchall()
    return left


def jobs_of(postgres):
    """The jobs still to end; the routines never do: they wait for their hour."""
    def left():
        return postgres.ask("SELECT tipo, situacao, tentativas, mensagem FROM trabalho"
                            " WHERE situacao = 'executando' OR (situacao = 'aguardando' AND tipo NOT IN ('transmissao_rotina', 'copias_rotina', 'relatorios_rotina'))")
    return left
