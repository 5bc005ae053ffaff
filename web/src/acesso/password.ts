// SPDX-License-Identifier: Apache-2.0

export const kPasswordHint = "De 8 a 128 caracteres, com pelo menos uma letra e um número.";

/** What the browser can tell about a password at once; whether it is a usual one, the server knows. */
export function wrongPassword(text: string): string | undefined {
    const fits = text.length >= 8 && text.length <= 128 && /\p{L}/u.test(text) && /\d/.test(text);
    return fits ? undefined : `A senha não serve. ${kPasswordHint}`;
}
