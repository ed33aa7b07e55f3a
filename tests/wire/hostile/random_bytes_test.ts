import assert from "node:assert/strict";
import fc from "fast-check";
import { ERROR_CODES } from "../../../lib/errors.ts";
import { parseLog } from "../../audit/log_reader.ts";
import { fuzz } from "../../conversation/fuzz.ts";
import { withFolder } from "../../folder.ts";
import type { LineClient } from "../../line_client.ts";
import { fill, lines, MAX_LINE } from "./hostile_lines.ts";
import { withServer } from "../with_server.ts";

/** Noon in the server's time zone, so that one day's folder has the whole log. */
const NOON = new Date(2026, 10, 23, 12).getTime();
const PASSWORD = "matkhau-rieng-123";
const LF = 0x0a;
const CR = 0x0d;

const encoder = new TextEncoder();

/**
 * The responses that docs/PROTOCOL.md promises for these complete lines: one per non-empty line, and its text if the
 * line can't be a request; null for others.
 */
function promised(bytes: Uint8Array): (string | null)[] {
  const responses: (string | null)[] = [];
  let start = 0;
  for (let end; (end = bytes.indexOf(LF, start)) !== -1; start = end + 1) {
    const whole = bytes.subarray(start, end);
    const line = whole.at(-1) === CR ? whole.subarray(0, -1) : whole;
    if (whole.length + 1 > MAX_LINE) responses.push("line_too_long");
    else if (line.length > 0) responses.push(isText(line) ? null : "bad_encoding");
  }
  assert.equal(start, bytes.length);
  return responses;
}

function isText(line: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line);
    return !/\p{Cc}/u.test(text.replaceAll("\t", ""));
  } catch {
    return false;
  }
}

const TAG = String.raw`(?:@[A-Za-z0-9._-]{1,64} )?`;
const OK = new RegExp(`^${TAG}ok ([a-z_]+) (\\{.*\\})$`, "s");
const ERR = new RegExp(`^${TAG}err (?:[a-z_]+|-) ([a-z_]+) [^ \\p{Cc}][^\\p{Cc}]*$`, "u");

function assertForm(response: string): void {
  assert.doesNotMatch(response, /\p{Cc}/u);
  const ok = OK.exec(response);
  if (ok !== null) return void JSON.parse(ok[2]);
  const code = ERR.exec(response)?.[1];
  assert(code !== undefined, `not a response: ${JSON.stringify(response)}`);
  assert((ERROR_CODES as readonly string[]).includes(code), response);
  assert.notEqual(code, "internal");
  assert.notEqual(code, "unavailable");
}

/** Sends the bytes cut at these positions, one write each. */
async function sendInPieces(client: LineClient, bytes: Uint8Array, cuts: number[]) {
  const places = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
  for (const [index, place] of places.entries()) {
    await client.send(bytes.subarray(index === 0 ? 0 : places[index - 1], place));
  }
  await client.send(bytes.subarray(places.at(-1) ?? 0));
}

function concatenate(parts: (Uint8Array | string)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => [...typeof part === "string" ? encoder.encode(part) : part]),
  );
}

async function assertLog(directory: string, tokens: Set<string>): Promise<void> {
  let entries = 0;
  for await (const day of Deno.readDir(`${directory}/log`)) {
    assert.match(day.name, /^\d\d_\d\d_\d{4}$/);
    for await (const { name } of Deno.readDir(`${directory}/log/${day.name}`)) {
      const word = /^([a-z_]+)_log_\d\d_\d\d_\d{4}\.log(?:\.chain)?$/.exec(name)?.[1];
      assert(word !== undefined, `a file that no action has: ${name}`);
      if (name.endsWith(".chain")) continue;
      const text = await Deno.readTextFile(`${directory}/log/${day.name}/${name}`);
      assert(!text.includes(PASSWORD), `${name} has a password`);
      for (const [found] of text.matchAll(/eyJ[\w-]+\.[\w-]+\.[\w-]{43}/g)) {
        assert(!tokens.has(found), `${name} has a token`);
      }
      for (const { type, user, response, timestamp } of parseLog(text)) {
        entries++;
        assert.equal(type, word === "reg" ? "register" : word);
        assert(["alice", "bob", "witness", "anonymous user"].includes(user), `${name}: ${user}`);
        if (word !== "connection") assert.match(response, /^(?:@\S+ )?(?:ok|err|event) /);
        assert.match(timestamp, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d$/);
      }
    }
  }
  assert(entries > 1_000, `only ${entries} entries`);
}

// Guard (connections): any bytes get one answer a line and no `internal`; the log shows nothing forged or secret
Deno.test("whatever bytes come, each line has one response of the documented form, and nobody else notices", async () => {
  await withFolder(async (directory) => {
    const tokens = new Set<string>();
    await withServer(
      async ({ server, connect }) => {
        const [owner, witness] = [await connect(), await connect()];
        const token = await owner.join("alice", PASSWORD);
        const other = await witness.join("witness", PASSWORD);
        await owner.ok(`reg bob ${PASSWORD}`);
        await owner.ok(`new_project ${token} Website`);
        await owner.ok(`add_group ${token} 1 bob`);
        await witness.ok(`new_project ${other} Quiet`);
        await witness.ok(`enter ${other} 2`);
        await owner.ok(`chat ${token} 1 first`);
        const ended = (await owner.ok(`login alice ${PASSWORD}`)).token;
        await owner.ok(`logout ${ended}`);
        for (const each of [token, other, ended]) tokens.add(each);
        await fuzz(
          { runs: 400, of: fc.tuple(lines, fc.array(fc.nat(5_000), { maxLength: 12 })) },
          async ([sent, cuts]) => {
            // A token of its own, since it may be logged out.
            const { token } = await owner.ok(`login alice ${PASSWORD}`);
            tokens.add(token);
            const bytes = fill(concatenate(sent.flatMap(([line, end]) => [line, end])), {
              token,
              ended,
            });
            const client = await connect();
            await sendInPieces(client, bytes, cuts);
            for (const code of promised(bytes)) {
              const response = await client.response();
              assertForm(response);
              const told = /^err - (line_too_long|bad_encoding) /.exec(response)?.[1] ?? null;
              assert.equal(told, code, response);
            }
            // No further response: the next one belongs to this request.
            assert.match(await client.request("@last whoami nonsense"), /^@last err whoami inv/);
            assert.match(await client.request("@still ping"), /^@still ok ping /);
            for (const event of client.pendingEvents) {
              assert.match(event, /^event [a-z_]+ \{.*\}$/s);
              JSON.parse(event.slice(event.indexOf("{")));
            }
            const message = await witness.chat(other, 2, "quiet here");
            assert.equal(message.message, "quiet here");
            await owner.ok(`whoami ${token}`);
            assert.deepEqual(server.reports, []);
            await client.close();
          },
        );
        assert.deepEqual(witness.pendingEvents, []);
        const { messages } = await witness.ok(`history ${other} 2`);
        assert(messages.every(({ message }: { message: string }) => message === "quiet here"));
      },
      // Failed logins by chance must not delay anyone.
      { "max-line": MAX_LINE, "max-failed-logins": 1_000_000 },
      { directory, now: () => NOON },
    );
    await assertLog(directory, tokens);
  });
});
