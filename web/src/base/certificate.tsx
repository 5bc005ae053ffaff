// SPDX-License-Identifier: Apache-2.0
import { dateTime } from "./format";
import { Facts } from "./screen";
import { Tag } from "./tag";

/** A client certificate as both ends show it: by whose it is, until when, and its fingerprint. */
export interface Certificate {
    titular: string;
    impressao: string;
    from: number;
    until: number;
}

export function CertificateState({ until }: Pick<Certificate, "until">) {
    return until < Date.now() ? <Tag tone="bad">Vencido</Tag> : <>Válido até {dateTime(until)}</>;
}

export function CertificateFacts({ titular, impressao, from, until }: Certificate) {
    return (
        <Facts
            items={[
                ["Titular", titular],
                ["Validade", <>De {dateTime(from)} a {dateTime(until)} {until < Date.now() && <Tag tone="bad">Vencido</Tag>}</>],
                ["Impressão digital (SHA-256)", <span class="code">{impressao.match(/../g)?.join(":")}</span>],
            ]}
        />
    );
}
