/** Bytes. Excel on the web takes 5 MB a request; the estimates below leave a margin. */
const MOST_BYTES = 3_600_000;
/** What an action and the paths of its objects cost beside its values. */
const ACTION_BYTES = 420;

/** Queues work and sends it in as few requests as the limit allows: one, with workbooks of ordinary size. */
export class MeasuredRequest {
  #bytes = 0;
  #sent = 0;

  constructor(readonly context: Excel.RequestContext) {}

  /** To be called before work of this size is queued: sends what waits if both do not fit into one request. */
  async reserve(actions: number, bytes = 0): Promise<void> {
    const size = actions * ACTION_BYTES + bytes;
    if (this.#bytes > 0 && this.#bytes + size > MOST_BYTES) await this.send();
    this.#bytes += size;
  }

  /** Whether Excel has carried out any part of the work for certain. */
  get hasSent(): boolean {
    return this.#sent > 0;
  }

  async send(): Promise<void> {
    this.#bytes = 0;
    await this.context.sync();
    this.#sent += 1;
  }
}

/** Rows of a range in blocks that fit into a request each; with their first row and their size. */
export function rowBlocks<Row>(
  rows: readonly Row[],
  bytesOf: (row: Row) => number,
): { readonly first: number; readonly rows: readonly Row[]; readonly bytes: number }[] {
  const blocks: { first: number; rows: Row[]; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const bytes = bytesOf(row);
    const last = blocks.at(-1);
    if (last !== undefined && last.bytes + bytes <= BLOCK_BYTES) {
      last.rows.push(row);
      last.bytes += bytes;
    } else blocks.push({ first: index, rows: [row], bytes });
  });
  return blocks;
}

const BLOCK_BYTES = 1_200_000;

/** Bytes of a value in a request: UTF-8 in JSON, where quotes and line breaks are escaped. */
export function bytesOf(value: unknown): number {
  if (typeof value !== "string") return 20;
  let bytes = 3;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    bytes += code > 0x7f ? 3 : code < 0x20 ? 6 : code === 0x22 || code === 0x5c ? 2 : 1;
  }
  return bytes;
}
