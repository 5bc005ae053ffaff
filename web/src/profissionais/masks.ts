// SPDX-License-Identifier: Apache-2.0
// How the numbers of a person are written, also half typed.
const digits = (text: string, most: number): string => text.replace(/\D/g, "").slice(0, most);

export const maskCns = (text: string): string => digits(text, 15).replace(/(\d{3})(\d{0,4})(\d{0,4})(\d{0,4}).*/, (_, ...parts: string[]) => parts.slice(0, 4).filter(Boolean).join(" "));
export const maskCep = (text: string): string => digits(text, 8).replace(/^(\d{5})(\d)/, "$1-$2");
export function maskPhone(text: string): string {
    const number = digits(text, 11);
    if (number.length <= 2) return number;
    const split = number.length > 10 ? 7 : 6;
    return `(${number.slice(0, 2)}) ${number.slice(2, split)}${number.length > split ? `-${number.slice(split)}` : ""}`;
}
export const onlyDigits = (text: string): string => text.replace(/\D/g, "");

export const sexes = [
    { value: "", label: "Selecione" },
    { value: "F", label: "Feminino" },
    { value: "M", label: "Masculino" },
    { value: "I", label: "Ignorado" },
];

/** The check digits, as the server checks them again. */
export function isCpf(text: string): boolean {
    const cpf = onlyDigits(text);
    if (cpf.length !== 11 || /^(\d)\1*$/.test(cpf)) return false;
    return [9, 10].every((size) => {
        const sum = [...cpf.slice(0, size)].reduce((total, digit, i) => total + Number(digit) * (size + 1 - i), 0);
        return ((sum * 10) % 11) % 10 === Number(cpf[size]);
    });
}
export function isCns(text: string): boolean {
    const cns = onlyDigits(text);
    return /^[12789]\d{14}$/.test(cns) && [...cns].reduce((total, digit, i) => total + Number(digit) * (15 - i), 0) % 11 === 0;
}
