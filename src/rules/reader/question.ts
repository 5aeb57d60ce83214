/** The one way in which reading stops: a question that quotes the words it is about. */
export class Question extends Error {
  constructor(
    readonly why: string,
    readonly quote = "",
  ) {
    super(quote === "" ? why : `${why}：“${quote}”`);
  }
}

/** The answer, or the question that stood in its way. */
export function asking<T>(read: () => T): T | Question {
  try {
    return read();
  } catch (found) {
    if (found instanceof Question) return found;
    throw found;
  }
}
