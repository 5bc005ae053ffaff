// SPDX-License-Identifier: Apache-2.0
// An authority and what it signs, made with openssl while a test runs.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

export function openAuthority(name = "Autoridade de teste") {
    const folder = mkdtempSync(join(tmpdir(), "aroeira-autoridade."));
    const openssl = (...words) => execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });
    const path = (file) => join(folder, file);
    openssl("req", "-x509", ...kKey, "-days", "30", "-keyout", "ca.key", "-out", "ca.crt", "-subj", `/CN=${name}`);
    return {
        path,
        read: (file) => readFileSync(path(file)),
        /** `name`.crt and `name`.key. */
        issue(who) {
            openssl("req", "-utf8", ...kKey, "-keyout", `${who}.key`, "-out", `${who}.csr`, "-subj", `/CN=${who}`);
            openssl("x509", "-req", "-in", `${who}.csr`, "-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30", "-out", `${who}.crt`);
        },
        /** `name`.pfx under a password. */
        bundle: (who, password) => openssl("pkcs12", "-export", "-in", `${who}.crt`, "-inkey", `${who}.key`, "-passout", `pass:${password}`, "-out", `${who}.pfx`),
        close: () => rmSync(folder, { recursive: true, force: true }),
    };
}
