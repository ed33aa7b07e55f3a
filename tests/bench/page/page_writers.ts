import type { Message } from "../../../lib/model/message.ts";
import { wait } from "./page_clock.ts";
import type { PagePlace, PlainClient } from "./page_place.ts";

/** Bytes of a message's text. */
const BYTES = 128;

/**
 * Writes messages as fast as the server accepts them, divided evenly among the writers; returns the last id.
 * @param unanswered maximum number of unanswered messages per connection
 */
export async function writeMessages(
  place: PagePlace,
  writers: PlainClient[],
  { count, unanswered }: { count: number; unanswered: number },
): Promise<number> {
  const ids = await Promise.all(writers.map(async ({ line, token }, at) => {
    const own = Math.floor(count / writers.length) + (at < count % writers.length ? 1 : 0);
    let [sent, last] = [0, 0];
    const send = async (most: number) => {
      const lines: string[] = [];
      while (lines.length < most && sent < own) {
        const text = `${at}.${sent++} `.padEnd(BYTES, "words ");
        lines.push(`chat ${token} ${place.projectId} ${text}\n`);
      }
      if (lines.length > 0) await line.send(lines.join(""));
    };
    await send(unanswered);
    for (let answered = 0; answered < own; answered++) {
      last = messageOf(await line.response()).id;
      await send(1);
    }
    return last;
  }));
  return Math.max(...ids);
}

/** Writes more messages than the log's window holds, slowly enough to fill it; returns the last id. */
export async function fillWindow(place: PagePlace, writer: PlainClient): Promise<number> {
  let last = 0;
  for (let at = 0; at < 12; at++) {
    last = await writeMessages(place, [writer], { count: 40, unanswered: 40 });
    await wait(100);
  }
  return last;
}

function messageOf(answer: string): Message {
  const [, json] = /^ok chat (.*)$/.exec(answer) ?? [];
  if (json === undefined) throw new Error(answer);
  return JSON.parse(json).message;
}
