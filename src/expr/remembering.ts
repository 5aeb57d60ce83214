/**
 * The same function, asked once for each text: sheets repeat their names and wordings down the page.
 * It forgets everything when it knows `most` texts, so that it never holds on to more.
 */
export function remembering<Read extends object | string>(
  read: (text: string) => Read,
  most = 10_000,
): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const fresh = read(text);
    if (known.size >= most) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
