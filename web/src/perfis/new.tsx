// SPDX-License-Identifier: Apache-2.0
import { get, post, type Schema } from "../base/api";
import { Loaded, useLoad } from "../base/load";
import { notify } from "../base/message";
import { go } from "../base/router";
import { Screen } from "../base/screen";
import { kAbove, PerfilForm, WithTree, type Saved } from "./form";

type Fresh = Schema<"PerfilNovo">;
const made = (saved: Saved): Fresh => ({ ...saved, tipo_acesso: saved.tipo_acesso as Fresh["tipo_acesso"] });

/** «Cadastrar perfil»: name and kind of acesso first, with nothing authorised; then its recursos. */
export function NewPerfil() {
    async function save(saved: Saved): Promise<void> {
        const perfil = await post("/api/v1/perfis", { body: made(saved) });
        go(`/perfis/${perfil.id}/editar`);
        notify("success", `Perfil ${perfil.nome} cadastrado. Escolha agora os seus recursos.`);
    }
    return (
        <Screen title="Cadastrar perfil" trail={kAbove}>
            <PerfilForm nodes={[]} nome="" withTree={false} save={save} />
        </Screen>
    );
}

/** «Copiar»: the recursos of another, under a new name. */
export function CopyPerfil({ captures }: { captures: Record<string, string> }) {
    const id = captures["perfil"] ?? "";
    const load = useLoad((signal) => get("/api/v1/perfis/{perfil}", { path: { perfil: id }, signal }), [id]);
    async function save(saved: Saved): Promise<void> {
        const perfil = await post("/api/v1/perfis", { body: { ...made(saved), copia_de: id } });
        go("/perfis");
        notify("success", `Perfil ${perfil.nome} cadastrado.`);
    }
    return (
        <Screen title="Copiar perfil" trail={kAbove} lead="Altere o nome, para identificar o perfil mais tarde.">
            <Loaded load={load}>
                {(from) => <WithTree>{(nodes) => <PerfilForm nodes={nodes} from={from} nome={`Cópia de ${from.perfil.nome}`} withTree save={save} />}</WithTree>}
            </Loaded>
        </Screen>
    );
}
