import { Buffer } from "node:buffer";

/** A raw HTTP response: nothing is normalised, followed or stored. */
export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: [name: string, value: string][];
  body: string;
}

/** Milliseconds after which a response counts as lost. */
const LOST_MS = 20_000;

/**
 * Sends bytes on a new connection; they have to request its close. Reads only the first chunk of an event stream.
 * Returns null when the connection ended without a response.
 * @param finish whether to end the sending half too, like a browser that has gone
 */
export async function exchange(
  port: number,
  request: string,
  finish = false,
): Promise<RawAnswer | null> {
  const conn = await Deno.connect({ hostname: "127.0.0.1", port });
  let lost = false;
  const timer = setTimeout(() => {
    lost = true;
    conn.close();
  }, LOST_MS);
  try {
    await write(conn, request);
    if (finish) await conn.closeWrite().catch(() => {});
    return parseAnswer(await readAnswer(conn, /^head /i.test(request)));
  } finally {
    clearTimeout(timer);
    if (!lost) conn.close();
  }
}

async function write(conn: Deno.Conn, request: string): Promise<void> {
  let bytes = new TextEncoder().encode(request);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
  } catch {
    // Refused before everything was sent; a response may have arrived.
  }
}

/** Reads to the end that the response itself declares: a connection stays open while a body is expected. */
async function readAnswer(conn: Deno.Conn, bare: boolean): Promise<string> {
  const buffer = new Uint8Array(64 * 1024);
  let text = "";
  try {
    for (let length; !isWhole(text, bare) && (length = await conn.read(buffer)) !== null;) {
      text += Buffer.from(buffer.subarray(0, length)).toString("latin1");
    }
  } catch (error) {
    if (error instanceof Deno.errors.Interrupted || error instanceof Deno.errors.BadResource) {
      throw new Error(`no end of the answer: ${text.slice(0, 300)}`);
    }
    // Reset after the response, because the request was not read to its end.
  }
  return Buffer.from(text, "latin1").toString();
}

function isWhole(whole: string, bare: boolean): boolean {
  const text = withoutInterim(whole);
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const [head, body] = [text.slice(0, end).toLowerCase(), text.slice(end + 4)];
  if (bare || /^http\/1\.[01] (204|304)/.test(head)) return true;
  if (/\ncontent-type: text\/event-stream/.test(head) && body.includes("\n\n")) return true;
  const length = /\ncontent-length: (\d+)/.exec(head)?.[1];
  return length === undefined ? body.endsWith("\r\n0\r\n\r\n") : body.length >= Number(length);
}

/** Removes `100 Continue` before a response. */
function withoutInterim(text: string): string {
  return text.replace(/^HTTP\/1\.1 100 .*?\r\n\r\n/s, "");
}

function parseAnswer(whole: string): RawAnswer | null {
  const text = withoutInterim(whole);
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first, ...lines] = text.slice(0, end).split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(first.split(" ")[1]), headers, body: text.slice(end + 4) };
}

/** The value of a header; several are joined, "" if missing. */
export function headerOf({ headers }: RawAnswer, name: string): string {
  return headers.filter(([other]) => other === name).map(([, value]) => value).join(", ");
}
