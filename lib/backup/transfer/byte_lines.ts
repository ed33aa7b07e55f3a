/** The maximum length of a line in bytes: far beyond any message. */
const MAX_LINE = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Splits a stream into lines, each with the line feed that ends it; the last one may lack it.
 * @throws {Error} if a line is longer than 16 MiB
 */
export async function* byteLines(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array[]> {
  let rest = new Uint8Array();
  for await (const chunk of stream) {
    const bytes = rest.length === 0 ? chunk : concatenate(rest, chunk);
    const lines: Uint8Array[] = [];
    let from = 0;
    for (let end; (end = bytes.indexOf(LINE_FEED, from)) >= 0; from = end + 1) {
      lines.push(bytes.subarray(from, end + 1));
    }
    rest = bytes.slice(from);
    if (rest.length > MAX_LINE) throw new Error("there is a line of more than 16 MiB");
    yield lines;
  }
  if (rest.length > 0) yield [rest];
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
