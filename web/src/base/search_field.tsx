// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { TextField } from "./field";

interface Props {
    id: string;
    label: string;
    value: string;
    /** Called once who types pauses, and at once with Enter. */
    onSearch: (text: string) => void;
}
const kPauseMs = 350;

/** Filters a list by what is typed. */
export function SearchField({ id, label, value, onSearch }: Props) {
    const [text, setText] = useState(value);
    const latest = useRef(onSearch);
    latest.current = onSearch;
    const told = useRef(value);
    const tell = (now: string) => {
        if (told.current === now) return;
        told.current = now;
        latest.current(now);
    };
    useEffect(() => {
        const timer = setTimeout(() => tell(text.trim()), kPauseMs);
        return () => clearTimeout(timer);
    }, [text]);
    return (
        <form
            class="search-field"
            onSubmit={(event) => {
                event.preventDefault();
                tell(text.trim());
            }}
        >
            <TextField id={id} label={label} type="search" required={false} maxLength={100} autoComplete="off" value={text} onInput={setText} />
        </form>
    );
}
