import { isDayName } from "../audit/reading/log_files.ts";
import { parsePlaces } from "../audit/reading/log_reader.ts";
import { ChungError } from "../errors.ts";
import type { LogEntry } from "../model/log/log_entry.ts";
import { encodeAhead } from "../protocol/encode_ahead.ts";
import { defineAction, type Services } from "./action.ts";
import { optionalNumber, optionalWord, text, word } from "./field.ts";

/** Entries of a page, if the request doesn't say, and at most. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;
/** For all files of a day. */
const EVERY_ACTION = "*";
const USAGE = "logs <token> <DD_MM_YYYY> <action> [limit] [before] [username] [text]";

/** Reads a day of the audit log, newest first (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "logs",
  audit: { name: "xem nhật ký" },
  gate: "admin",
  fields: {
    day: word,
    action: word,
    limit: optionalNumber,
    before: optionalWord,
    ofUser: optionalWord,
    ofText: text,
  },
  usage: USAGE,
  bulky: true,
  async run({ day, action, limit, before, ofUser, ofText }, { session }, services) {
    const { logs, turns, authenticator } = services;
    const file = action.toLowerCase();
    const files = await filesOf(logs, day, file);
    const places = given(before) ? parsePlaces(before) : new Map<string, number>();
    if (places === null) {
      throw new ChungError(
        "bad_request",
        `before is an id, or the next of a page; usage: ${USAGE}`,
      );
    }
    const lane = session === null ? "operator" : String(session.user.id);
    const pause = () => turns.pause(lane);
    const page = await logs.page({
      day,
      files,
      filter: { text: ofText, user: given(ofUser) ? ofUser : "" },
      limit: Math.min(Math.max(limit ?? DEFAULT_LIMIT, 1), MAX_LIMIT),
      before: places,
    }, pause);
    await encodeAhead(page.entries, textLength, pause);
    const ended = session && authenticator.endOf(session);
    if (ended !== null) throw ended;
    return { reply: page };
  },
});

function given(argument: string | null): argument is string {
  return argument !== null && argument !== "-";
}

function textLength({ text }: LogEntry): number {
  return 2 * text.length;
}

/** @throws {ChungError} `bad_request`, `log_not_found` */
async function filesOf(logs: Services["logs"], day: string, file: string): Promise<string[]> {
  if (!isDayName(day)) {
    throw new ChungError("bad_request", `a day is as 30_10_2024; usage: ${USAGE}`);
  }
  const files = await logs.files(day);
  if (files === null || files.length === 0) {
    throw new ChungError("log_not_found", `there is no log of ${day}: log_days lists the days`);
  }
  if (file === EVERY_ACTION) return files;
  if (!files.includes(file)) {
    throw new ChungError(
      "log_not_found",
      `the log of ${day} has nothing of that action: log_days lists its actions`,
    );
  }
  return [file];
}
