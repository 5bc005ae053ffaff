// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { dateTime } from "../base/format";
import { useLoad } from "../base/load";
import { Message } from "../base/message";

type Situacao = Schema<"SituacaoDeCopias">;

/** Until the installation copies itself every night, its administrator reads so here. Silent when all is well, or when it cannot be told. */
export function CopiasWarning() {
    const load = useLoad((signal) => get("/api/v1/copias/situacao", { signal }), []);
    const warning = load.data && warningOf(load.data);
    if (!warning) return null;
    return (
        <Message kind="warning" title={warning.title}>
            {warning.body} A base nacional não é cópia de segurança.
        </Message>
    );
}

function warningOf({ situacao, agenda, ultima }: Situacao): { title: string; body: string } | undefined {
    switch (situacao) {
        case "sem_agenda":
            return {
                title: "Esta instalação não tem cópia de segurança automática.",
                body: "Se o disco falhar, tudo o que está aqui se perde. No servidor, agende com «aroeira backup agendar».",
            };
        case "falhou":
            return {
                title: `A cópia de segurança automática${ultima ? ` de ${dateTime(ultima.iniciada_ms)}` : ""} falhou.`,
                body: ultima?.mensagem ?? "",
            };
        case "atrasada":
            return {
                title: "A cópia de segurança automática está atrasada.",
                body: `Ela é feita às ${agenda?.horario ?? ""} com o servidor ligado. Confira, no servidor, com «aroeira backup listar».`,
            };
        default:
            return undefined;
    }
}
