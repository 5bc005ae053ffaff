// SPDX-License-Identifier: Apache-2.0
import { get, put, type Schema } from "../base/api";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { number } from "../base/format";
import { Loaded, useLoad, usePolling } from "../base/load";
import { Message, notify } from "../base/message";
import { Facts, Section } from "../base/screen";
import { InstalacaoFrame } from "./frame";

type Now = Schema<"RequisicoesSimultaneas">;

const kLabels = { maximo: "Número de requisições simultâneas" };
const kMost = 200;
const kLookMs = 2000;

/** «Configurações avançadas»: how much is worked on at once, and what comes of it. Source: manual, 3.1.5. */
export function Avancadas() {
    const load = useLoad((signal) => get("/api/v1/instalacao/requisicoes", { signal }), []);
    return (
        <InstalacaoFrame aba="Configurações avançadas">
            <div class="columns">
                <section class="card" aria-labelledby="desempenho">
                    <h2 id="desempenho">Performance</h2>
                    <Loaded load={load}>{(now) => <LimiteForm now={now} onSaved={load.reload} />}</Loaded>
                </section>
                <Agora />
            </div>
        </InstalacaoFrame>
    );
}

function LimiteForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const form = useForm({
        initial: { maximo: String(now.maximo) },
        check: ({ maximo }) => (/^\d{1,3}$/.test(maximo) && Number(maximo) >= 1 && Number(maximo) <= kMost ? {} : { maximo: `Informe um número de 1 a ${kMost}.` }),
        submit: async ({ maximo }) => {
            await put("/api/v1/instalacao/requisicoes", { body: { maximo: Number(maximo), versao: now.versao } });
            notify("success", "Número de requisições simultâneas gravado. Passa a valer em alguns segundos.");
            onSaved();
        },
        onStale: onSaved,
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            <Message kind="warning" title="A alteração do número de requisições pode prejudicar o desempenho do sistema.">
                Com poucas, as pessoas esperam; com muitas, o computador pode não dar conta. Mude só quando houver motivo e acompanhe ao lado o efeito. Na dúvida, fale com o suporte:{" "}
                <span class="code">http://esusaps.bridge.ufsc.br</span>
            </Message>
            <div class="short">
                <TextField id="maximo" label={kLabels.maximo} inputMode="numeric" autoComplete="off" maxLength={3} value={form.values.maximo} error={form.errors.maximo} onInput={(text) => form.set("maximo", text.replace(/\D/g, ""))} />
            </div>
            <p class="hint">Processadas ao mesmo tempo em cada computador que atende a instalação; as demais esperam a vez. O padrão é 8.</p>
        </FormFrame>
    );
}

function Agora() {
    const load = useLoad((signal) => get("/api/v1/instalacao/requisicoes/agora", { signal }), []);
    usePolling(true, kLookMs, load.reload);
    return (
        <Section id="agora" title="Neste computador, agora">
            <Loaded load={load}>
                {(now) => (
                    <Facts
                        items={[
                            ["Limite em vigor", number(now.limite)],
                            ["Em processamento", number(now.em_andamento)],
                            ["Mais ao mesmo tempo", number(now.maior)],
                            ["Aguardando a vez", number(now.aguardando)],
                            ["Recusadas por fila cheia", number(now.recusadas)],
                        ]}
                    />
                )}
            </Loaded>
        </Section>
    );
}
