import type { LogEntry } from "../../../lib/model/log/log_entry.ts";

/** An entry of the log in one line. */
export interface EntrySummary {
  /** `08:15:30.123`, of the server's time zone; empty for what is left of a torn entry. */
  time: string;
  /** Null where nobody was logged in. */
  user: string | null;
  /** The action's Vietnamese name, and the word of its file. */
  name: string;
  word: string;
  /** The request without its tag, action and secrets; of an event its type. */
  about: string;
  /** The code of a refusal; null if it was none. */
  refusal: string | null;
}

/** The longest that `about` is: the line has no room for more. */
const MOST_CHARACTERS = 300;

export function entrySummary(entry: LogEntry): EntrySummary {
  const { file, ActionName = "", User = "", Timestamp = "" } = entry;
  const { MessageRequest: request = "", MessageResponse: response = "" } = entry;
  const [, refusal = null] = /^(?:@\S+ )?err \S+ (\S+)/.exec(response) ?? [];
  return {
    time: Timestamp.split(" ")[1] ?? "",
    user: User === "" || User === "anonymous user" ? null : User,
    name: ActionName,
    word: file,
    about: about(file, request, response).slice(0, MOST_CHARACTERS),
    refusal,
  };
}

function about(file: string, request: string, response: string): string {
  if (file === "connection") return `${request} ${response}`.replace(/ -$/, "");
  if (file === "event") return response.replace(/^event /, "").split(" ")[0];
  const told = request.replace(/^@\S+\s+/, "");
  return file === "invalid"
    ? told
    : told.replace(/^\S+/, "").replaceAll(/\s+\*\*\*(?=\s|$)/g, "").trim();
}

/** Characters that reorder, hide or control text, which the log's files have escaped if nobody wrote into them. */
// deno-lint-ignore no-control-regex
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text of the log with such characters escaped, as the server escapes them. */
export function harmlessText(text: string): string {
  return text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
