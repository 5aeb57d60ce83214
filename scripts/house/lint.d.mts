import type { ESLint } from "eslint";

export function roomOf(file: string): string | null;
export function refusal(file: string, imported: string): string | null;
export const house: ESLint.Plugin;
