import { Buffer } from "node:buffer";

/** One answer as its bytes said it: nothing is normalised, followed or kept. */
export interface RawAnswer {
  status: number;
  /** Names in lower case. */
  headers: [name: string, value: string][];
  body: string;
}

/** No answer in a test takes this long, in milliseconds. */
const LOST_MS = 20_000;

/**
 * Sends these bytes on a connection of their own; they have to ask for its close. Of a stream of events only the
 * first piece is read. Null when the connection ended without an answer.
 * @param finish whether the sending half is ended too, as a browser does that is gone
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
    // Refused before it was all sent: the answer may be there.
  }
}

/** Up to the end that the answer itself tells: a connection stays while a body is owed to it. */
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
    // A reset after the answer: what was sent was not read to its end.
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

/** Without the `100 Continue` before an answer. */
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

/** The value of a header; all of them where there are several, "" where there is none. */
export function headerOf({ headers }: RawAnswer, name: string): string {
  return headers.filter(([other]) => other === name).map(([, value]) => value).join(", ");
}
