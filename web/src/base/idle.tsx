// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { lastHeard } from "./api";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { refresh, type Sessao } from "./session";

const kWarnSeconds = 120;

/** Two minutes before the session ends for want of use, asks whether to stay. */
export function IdleWarning({ sessao }: { sessao: Sessao }) {
    const [left, setLeft] = useState<number>();
    useEffect(() => {
        if (sessao.inatividade_s <= kWarnSeconds) return;
        const timer = setInterval(() => {
            const seconds = Math.round(sessao.inatividade_s - (Date.now() - lastHeard()) / 1000);
            setLeft(seconds <= kWarnSeconds ? seconds : undefined);
            // The server has forgotten this session: ask, and land on the login.
            if (seconds < -5) void refresh();
        }, 1000);
        return () => clearInterval(timer);
    }, [sessao]);
    if (left === undefined || left <= 0) return null;
    const stay = () => {
        setLeft(undefined);
        void refresh();
    };
    return (
        <Dialog title="Sua sessão vai terminar" role="alertdialog" onClose={stay} actions={<Button look="primary" onClick={stay}>Continuar conectado</Button>}>
            <p>Por segurança, a sessão termina depois de um tempo sem uso. Ela termina em menos de {left > 60 ? "2 minutos" : "1 minuto"}.</p>
        </Dialog>
    );
}
