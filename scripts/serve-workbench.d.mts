export function serveWorkbench(options?: {
  port?: number;
  filePath?: string;
}): Promise<{ url: string; close: () => Promise<void> }>;
export function fileFor(pathname: string, filePath: string): string | null;
