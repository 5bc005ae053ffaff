// SPDX-License-Identifier: Apache-2.0
import { get, put, type Schema } from "../base/api";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Loaded, useLoad } from "../base/load";
import { notify } from "../base/message";
import { Email } from "./email";
import { InstalacaoFrame } from "./frame";

type Now = Schema<"ServidorDaInstalacao">;

const kLabels = { nome: "Nome da instalação", link: "Link da instalação" };

/** «Servidores»: how the installation is called and reached, and how its e-mail goes out. Source: manual, 3.1.3. */
export function Servidores() {
    const load = useLoad((signal) => get("/api/v1/instalacao/servidor", { signal }), []);
    return (
        <InstalacaoFrame aba="Servidores">
            <div class="columns">
                <section class="card" aria-labelledby="servidor-da-instalacao">
                    <h2 id="servidor-da-instalacao">Servidor da instalação</h2>
                    <Loaded load={load}>{(now) => <ServidorForm now={now} onSaved={load.reload} />}</Loaded>
                </section>
                <Email />
            </div>
        </InstalacaoFrame>
    );
}

function ServidorForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const form = useForm({
        initial: { nome: now.nome, link: now.link },
        check: ({ nome, link }) => ({
            ...(nome.trim() ? {} : { nome: "Informe um nome para a instalação." }),
            ...(link.trim() ? {} : { link: "Informe o endereço ou o IP da instalação." }),
        }),
        submit: async ({ nome, link }) => {
            const saved = await put("/api/v1/instalacao/servidor", { body: { nome: nome.trim(), link: link.trim(), versao: now.versao } });
            form.set("link", saved.link);
            notify("success", `Servidor da instalação gravado: ${saved.link}, porta ${saved.porta}.`);
            onSaved();
        },
        onStale: onSaved,
    });
    const { values, errors, set } = form;
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            <TextField id="nome" label={kLabels.nome} hint="Também é como as outras instalações veem esta." maxLength={200} autoComplete="off" value={values.nome} error={errors.nome} onInput={(text) => set("nome", text)} />
            <TextField
                id="link"
                label={kLabels.link}
                hint="Endereço ou IP em que a instalação é acessada pela internet, como pec.municipio.gov.br. Sem a porta, é usada a padrão (80)."
                inputMode="url"
                maxLength={200}
                autoComplete="off"
                value={values.link}
                error={errors.link}
                onInput={(text) => set("link", text)}
            />
        </FormFrame>
    );
}
