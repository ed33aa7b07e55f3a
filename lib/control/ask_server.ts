import { readControlFile } from "./control_file.ts";
import { isSame, proofOf, randomHex } from "./control_key.ts";
import { LineReader, writeLine } from "./line_reader.ts";

/**
 * Sends the operator's request to the running server of a data folder.
 * @returns the response; null where no server runs
 * @throws {Error} one line: the server was reached, and didn't answer
 */
export async function askServer(folder: string, line: string): Promise<string | null> {
  const place = readControlFile(folder);
  if (place === null) return null;
  let conn: Deno.Conn;
  try {
    conn = await Deno.connect({ hostname: "127.0.0.1", port: place.port });
  } catch {
    // Left by a server that was killed.
    return null;
  }
  using _closing = conn;
  try {
    const lines = new LineReader(conn, Infinity);
    const challenge = randomHex();
    await writeLine(conn, challenge);
    const proof = await lines.next();
    // Another program has the port by now.
    if (proof === null || !isSame(proof, proofOf(place.key, challenge))) return null;
    await writeLine(conn, `${place.key} ${line}`);
    const response = await lines.next();
    if (response !== null) return response;
  } catch {
    // Told below.
  }
  throw new Error(
    `the server of ${folder} ended before it answered: look whether it was done, then try again`,
  );
}
