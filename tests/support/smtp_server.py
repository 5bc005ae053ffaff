#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A real SMTP server (aiosmtpd) for tests: takes letters only over TLS and only from who enters.

Prints "<port> <pid>" when it listens, writes its certificate to <dir>/certificado.pem and every letter as one
line of JSON to <dir>/cartas.jsonl. Ends with its parent's kill.
Usage: smtp_server.py <dir> [--login L] [--senha S] [--lento SECONDS] [--sem-tls] [--tls-direto] [--recusa]"""
import argparse
import asyncio
import base64
import email
import email.policy
import json
import os
import pathlib
import ssl
import subprocess

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    def __init__(self, options):
        self.options = options

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        await asyncio.sleep(self.options.lento)
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if self.options.recusa:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.original_content or envelope.content, policy=email.policy.default)
        line = {"de": envelope.mail_from, "para": envelope.rcpt_tos, "assunto": letter["Subject"], "remetente": letter["From"],
                "texto": letter.get_content(), "cru": base64.b64encode(envelope.content).decode()}
        with open(pathlib.Path(self.options.dir) / "cartas.jsonl", "a", encoding="utf-8") as out:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
        return "250 OK"


def certificate(folder: pathlib.Path):
    cert, key = folder / "certificado.pem", folder / "chave.pem"
    if not cert.exists():
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                        "-subj", "/CN=Correio de teste", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                        "-keyout", str(key), "-out", str(cert)], check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dir")
    parser.add_argument("--login", default="correio@municipio.exemplo")
    parser.add_argument("--senha", default="senha-do-correio")
    parser.add_argument("--lento", type=float, default=0)
    parser.add_argument("--sem-tls", action="store_true")
    parser.add_argument("--tls-direto", action="store_true")
    parser.add_argument("--recusa", action="store_true")
    options = parser.parse_args()
    folder = pathlib.Path(options.dir)
    folder.mkdir(parents=True, exist_ok=True)
    context = certificate(folder)

    def enter(server, session, envelope, mechanism, auth_data):
        right = auth_data.login.decode() == options.login and auth_data.password.decode() == options.senha
        return AuthResult(success=right, handled=False)

    def protocol():
        starts = not options.sem_tls and not options.tls_direto
        return SMTP(Handler(options), hostname="localhost", authenticator=enter, auth_required=True, auth_require_tls=starts,
                    require_starttls=starts, tls_context=context if starts else None)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=context if options.tls_direto else None)
    print(server.sockets[0].getsockname()[1], os.getpid(), flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
