// SPDX-License-Identifier: Apache-2.0
import { useId } from "preact/hooks";
import { useDisclosure } from "./disclosure";
import { Icon, type IconName } from "./icons";

interface Act {
    title: string;
    icon: IconName;
    onAct: () => void;
}

/** «Mais opções»: the acts of a row that are seldom wanted. `of` names the row. */
export function MoreMenu({ of, acts }: { of: string; acts: Act[] }) {
    const { open, toggle, close, box, button, onKeyDown } = useDisclosure();
    const id = useId();
    return (
        <div class="more" ref={box} onKeyDown={onKeyDown}>
            <button type="button" ref={button} class="br-button circle small" aria-label={`Mais opções de ${of}`} title="Mais opções" aria-expanded={open} aria-controls={id} onClick={toggle}>
                <Icon name="more" />
            </button>
            <ul id={id} class="pop-menu" hidden={!open}>
                {acts.map(({ title, icon, onAct }) => (
                    <li key={title}>
                        <button
                            type="button"
                            onClick={() => {
                                close();
                                button.current?.focus();
                                onAct();
                            }}
                        >
                            <Icon name={icon} /> {title}
                        </button>
                    </li>
                ))}
            </ul>
        </div>
    );
}
