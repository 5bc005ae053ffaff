// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from "preact/hooks";
import { Icon } from "./icons";

interface Props {
    /** The words on the whole area; it is the button unless `button` names one inside it. */
    label: string;
    button?: string;
    hint: string;
    accept: string;
    multiple?: boolean;
    disabled?: boolean;
    onFiles: (files: File[]) => void;
}

/** A place to drop files on, which is also a button: click, Enter, space and drag all work. */
export function DropZone({ label, button, hint, accept, multiple = false, disabled = false, onFiles }: Props) {
    const input = useRef<HTMLInputElement>(null);
    const [over, setOver] = useState(false);
    const take = (list: FileList | null | undefined) => {
        const files = [...(list ?? [])];
        if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
    };
    const open = () => input.current?.click();
    const words = (
        <>
            <Icon name="cloud" />
            <span class="drop-label">{label}</span>
            <span class="drop-hint">{hint}</span>
        </>
    );
    return (
        <div
            class={over && !disabled ? "drop drop-over" : "drop"}
            onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                take(event.dataTransfer?.files);
            }}
        >
            <input
                ref={input}
                type="file"
                class="only-heard"
                tabIndex={-1}
                aria-hidden="true"
                accept={accept}
                multiple={multiple}
                disabled={disabled}
                onChange={(event) => {
                    take(event.currentTarget.files);
                    // The same file chosen again, corrected, is a choice too.
                    event.currentTarget.value = "";
                }}
            />
            {button ? (
                <div class="drop-area">
                    {words}
                    <button type="button" class="br-button secondary" disabled={disabled} onClick={open}>{button}</button>
                </div>
            ) : (
                <button type="button" class="drop-area" disabled={disabled} onClick={open}>{words}</button>
            )}
        </div>
    );
}
