// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, type Problem, type Schema } from "../base/api";
import { Button } from "../base/button";
import { count } from "../base/format";
import { Icon } from "../base/icons";
import { Loaded, useLoad } from "../base/load";
import { asProblem, Message, notify, ProblemMessage } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { Facts, Screen } from "../base/screen";
import { kProfissionais } from "../profissionais/places";
import { kDias, trailOf } from "./places";

type Agenda = Schema<"AgendaOnline">;
const keyOf = ({ dia, inicio }: Agenda["horarios"][number]): string => `${dia} ${inicio}`;

/** «Criar configuração de agenda online»: each hour of the agenda is a button that is on or off. */
export function AgendaOnline({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const [profissional, lotacao] = [captures["profissional"] ?? "", captures["lotacao"] ?? ""];
    const load = useLoad((signal) => get("/api/v1/lotacoes/{lotacao}/agenda-online", { path: { lotacao }, query: { municipio }, signal }), [lotacao]);
    return (
        <Screen title="Configuração de agenda online" trail={trailOf(profissional, load.data?.profissional_nome)} lead="Os horários que os cidadãos podem agendar pelo aplicativo ConecteSUS.">
            <Message kind="info" title="Antes de realizar a configuração da Agenda Online, realize uma conversa prévia com toda a equipe, para pactuação de estratégia de abertura desse formato de agendamento.">
                A disponibilização de horários pode ser gradual. Atente-se para informar a população a baixar o aplicativo ConecteSUS Cidadão em seu dispositivo móvel e sobre essa possibilidade de agendamento.
            </Message>
            <Loaded load={load}>{(agenda) => <Grid agenda={agenda} municipio={municipio} back={`${kProfissionais}/${profissional}`} />}</Loaded>
        </Screen>
    );
}

function Grid({ agenda, municipio, back }: { agenda: Agenda; municipio: string | undefined; back: string }) {
    const [offered, setOffered] = useState(() => new Set(agenda.oferecidos.map(keyOf)));
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem>();
    const toggle = (key: string) =>
        setOffered((before) => {
            const after = new Set(before);
            if (!after.delete(key)) after.add(key);
            return after;
        });
    async function save(): Promise<void> {
        setBusy(true);
        setProblem(undefined);
        try {
            const oferecidos = agenda.horarios.filter((one) => offered.has(keyOf(one)));
            await put("/api/v1/lotacoes/{lotacao}/agenda-online", { path: { lotacao: agenda.lotacao }, query: { municipio }, body: { oferecidos, versao: agenda.versao } });
            go(back);
            notify("success", `Agenda online de ${agenda.profissional_nome} gravada. Os horários agendados previamente não mudam.`);
        } catch (failure) {
            setProblem(asProblem(failure));
            setBusy(false);
        }
    }
    return (
        <>
            <Facts items={[["Profissional", agenda.profissional_nome], ["Unidade de saúde", agenda.unidade], ["CBO", `${agenda.cbo} – ${agenda.cbo_titulo}`], ["Duração do agendamento", count(agenda.duracao, "minuto", "minutos")]]} />
            {problem && <ProblemMessage problem={problem} />}
            <p>Clique em um horário para habilitá-lo para o agendamento online; clique novamente para desabilitá-lo.</p>
            <p class="list-count" role="status">{count(offered.size, "horário habilitado", "horários habilitados")}</p>
            <div class="slots">
                {kDias.map((dia, i) => <DaySlots key={dia} title={dia} horarios={agenda.horarios.filter((one) => one.dia === i + 1)} offered={offered} onToggle={toggle} />)}
            </div>
            <div class="form-actions">
                <Button look="primary" busy={busy} onClick={() => void save()}>Salvar</Button>
                <Button look="plain" onClick={() => go(back)}>Cancelar</Button>
            </div>
        </>
    );
}

function DaySlots({ title, horarios, offered, onToggle }: { title: string; horarios: Agenda["horarios"]; offered: Set<string>; onToggle: (key: string) => void }) {
    if (horarios.length === 0) return null;
    return (
        <section class="slots-day" aria-label={title}>
            <h2>{title}</h2>
            <ul>
                {horarios.map((one) => {
                    const key = keyOf(one);
                    return (
                        <li key={key}>
                            <button type="button" class="slot" aria-pressed={offered.has(key)} aria-label={`${title}, ${one.inicio}`} onClick={() => onToggle(key)}>
                                {offered.has(key) && <Icon name="check" />} {one.inicio}
                            </button>
                        </li>
                    );
                })}
            </ul>
        </section>
    );
}
