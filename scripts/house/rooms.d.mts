export interface Room {
  readonly holds: string;
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly pure?: boolean;
}
export const ROOMS: Readonly<Record<string, Room>>;
export const FOREIGN_NAMES: readonly string[];
