// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons";
import { Link } from "./router";

type Look = "primary" | "secondary" | "plain" | "danger";

interface Shared {
    look?: Look;
    icon?: IconName;
    small?: boolean;
    children: ComponentChildren;
}
const classes = (look: Look, small: boolean) => `br-button ${look === "plain" ? "" : look}${small ? " small" : ""}`;

type ButtonProps = Shared & { busy?: boolean } & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "icon" | "loading">;

/** While `busy` it keeps the focus and its name but does nothing. */
export function Button({ look = "secondary", icon, small = false, busy = false, children, type = "button", onClick, ...rest }: ButtonProps) {
    return (
        <button
            {...rest}
            type={type}
            class={classes(look, small)}
            aria-disabled={busy ? true : undefined}
            onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
        >
            {busy ? <Icon name="spinner" spin /> : icon && <Icon name={icon} />}
            <span>{children}</span>
        </button>
    );
}

/** Goes to another screen and looks like a button. */
export function LinkButton({ to, look = "secondary", icon, small = false, children, ...rest }: Shared & { to: string; "aria-label"?: string }) {
    return (
        <Link {...rest} to={to} class={classes(look, small)}>
            {icon && <Icon name={icon} />}
            <span>{children}</span>
        </Link>
    );
}
