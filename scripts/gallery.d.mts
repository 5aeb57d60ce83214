import type { Page } from "playwright-core";

export function serveGallery(options?: {
  port?: number;
}): Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
export function sceneNames(page: Page, url: string): Promise<string[]>;
export function openScene(page: Page, url: string, scene: string, query?: string): Promise<string | null>;
