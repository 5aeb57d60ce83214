import type { SheetProtection } from "./extras";

/** The hash that Excel up to 2010 stores for a sheet password: 16 bits, as four hexadecimal digits. */
export function legacyPasswordHash(password: string): string {
  let hash = 0;
  for (let i = password.length - 1; i >= 0; i--) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= password.charCodeAt(i);
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  hash ^= password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}

/** Whether the password opens the sheet. A sheet without password opens with any. */
export function opens(protection: SheetProtection, password: string | undefined): boolean {
  if (protection.password !== undefined) return protection.password === (password ?? "");
  const { hash } = protection;
  if (!hash || (hash.legacy === undefined && hash.value === undefined)) return true;
  // The salted hashes of Excel 2013 take 100,000 rounds of SHA-512: the host does not compute them and refuses.
  if (hash.legacy === undefined) return false;
  return (
    password !== undefined && legacyPasswordHash(password) === hash.legacy.toUpperCase().padStart(4, "0")
  );
}
