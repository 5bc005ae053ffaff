// SPDX-License-Identifier: Apache-2.0
import { get, put } from "../base/api";
import { Button } from "../base/button";
import { count } from "../base/format";
import { useInside } from "../base/inside";
import { Loaded, useLoad } from "../base/load";
import { notify } from "../base/message";
import { go } from "../base/router";
import { Facts, Screen } from "../base/screen";
import { kAbove, PerfilForm, WithTree, type Described, type Saved } from "./form";
import { RecursoTree } from "./tree";

const usePerfil = (id: string) => useLoad((signal) => get("/api/v1/perfis/{perfil}", { path: { perfil: id }, signal }), [id]);

/** «Editar» */
export function EditPerfil({ captures }: { captures: Record<string, string> }) {
    const id = captures["perfil"] ?? "";
    const load = usePerfil(id);
    async function save({ perfil }: Described, { nome, recursos }: Saved): Promise<void> {
        await put("/api/v1/perfis/{perfil}", { path: { perfil: id }, body: { nome, recursos, versao: perfil.versao } });
        go("/perfis");
        notify("success", `Perfil ${nome} salvo. Vale desde já para quem o tem.`);
    }
    return (
        <Screen title="Editar perfil" trail={kAbove}>
            <Loaded load={load}>
                {(from) => (
                    <WithTree>
                        {(nodes) => <PerfilForm nodes={nodes} from={from} nome={from.perfil.nome} named={from.perfil.padrao} withTree save={(saved) => save(from, saved)} />}
                    </WithTree>
                )}
            </Loaded>
        </Screen>
    );
}

/** «Visualizar»: only to be read. */
export function ViewPerfil({ captures }: { captures: Record<string, string> }) {
    const { may } = useInside();
    const id = captures["perfil"] ?? "";
    const load = usePerfil(id);
    const editable = may("perfis_gerenciar") && load.data?.perfil.editavel;
    return (
        <Screen title="Visualizar perfil" trail={kAbove} actions={editable && <Button icon="edit" onClick={() => go(`/perfis/${id}/editar`)}>Editar</Button>}>
            <Loaded load={load}>
                {({ perfil, recursos, usuarios }) => (
                    <>
                        <Facts
                            items={[
                                ["Nome", perfil.nome],
                                ["Tipo de perfil", perfil.tipo_titulo],
                                ["Tipo de acesso", perfil.tipo_acesso_titulo],
                                ["Origem", perfil.padrao ? (perfil.editado ? "Padrão, editado neste município" : "Padrão") : "Personalizado"],
                                ["Situação", perfil.ativo ? "Ativo" : "Inativo"],
                                ["Em uso por", count(usuarios, "usuário", "usuários")],
                            ]}
                        />
                        <WithTree all>{(nodes) => <RecursoTree nodes={nodes} chosen={new Set(recursos)} />}</WithTree>
                    </>
                )}
            </Loaded>
        </Screen>
    );
}
