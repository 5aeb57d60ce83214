/** Milliseconds in which Excel may still tell of what was written. */
const AFTERWARDS = 3_000;

let running = 0;
let ended = -Infinity;

/** Marks what is written meanwhile as this page's own. */
export async function duringOwnWrites<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    ended = performance.now();
  }
}

/** Whether a change that the add-in made was made by this page: the ribbon's button runs in a page of its own. */
export const isOwnWrite = (): boolean => running > 0 || performance.now() - ended < AFTERWARDS;
