// SPDX-License-Identifier: Apache-2.0
import { Button } from "./button";
import { Dialog } from "./dialog";
import type { Shortcut } from "./shortcuts";

export function HelpDialog({ shortcuts, onClose }: { shortcuts: Shortcut[]; onClose: () => void }) {
    return (
        <Dialog title="Ajuda e atalhos de teclado" onClose={onClose} actions={<Button look="primary" onClick={onClose}>Fechar</Button>}>
            <p>Tudo no Aroeira pode ser feito pelo teclado. <kbd>Tab</kbd> avança, <kbd>Shift</kbd>+<kbd>Tab</kbd> volta, <kbd>Enter</kbd> aciona e <kbd>Esc</kbd> fecha o que estiver aberto.</p>
            <dl class="shortcuts">
                {shortcuts.map(({ keys, does }) => (
                    <div key={keys}>
                        <dt>{keys.split("+").map((key, i) => <>{i > 0 && " + "}<kbd>{key}</kbd></>)}</dt>
                        <dd>{does}</dd>
                    </div>
                ))}
            </dl>
        </Dialog>
    );
}
