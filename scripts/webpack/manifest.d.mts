export const DEVELOPMENT_BASE: string;
export function manifestFor(manifest: string, base: string): string;
