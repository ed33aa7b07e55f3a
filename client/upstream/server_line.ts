import { ERROR_CODES, type ErrorCode } from "../../lib/errors.ts";

type Json = Record<string, unknown>;

export type Reply =
  | { kind: "ok"; tag: string | null; action: string; body: Json }
  | { kind: "err"; tag: string | null; action: string; code: ErrorCode; text: string };

/** A well-formed line. The contents of its body or data are not validated. */
export type ServerLine = Reply | { kind: "event"; type: string; data: Json };

const OK = /^(?:@([^ ]+) )?ok ([^ ]+) (.*)$/s;
const ERR = /^(?:@([^ ]+) )?err ([^ ]+) ([^ ]+)(?: (.*))?$/s;
const EVENT = /^event ([^ ]+) (.*)$/s;
const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

/**
 * Parses a line from the server (docs/PROTOCOL.md, "Request, response, event"); returns null if it is malformed.
 * An unknown error code, as of a newer server, becomes `internal` and keeps its text.
 */
export function parseServerLine(line: string): ServerLine | null {
  let match = EVENT.exec(line);
  if (match !== null) {
    const data = parseObject(match[2]);
    return data === null ? null : { kind: "event", type: match[1], data };
  }
  match = OK.exec(line);
  if (match !== null) {
    const body = parseObject(match[3]);
    return body === null ? null : { kind: "ok", tag: match[1] ?? null, action: match[2], body };
  }
  match = ERR.exec(line);
  if (match === null) return null;
  const code = CODES.has(match[3]) ? match[3] as ErrorCode : "internal";
  return { kind: "err", tag: match[1] ?? null, action: match[2], code, text: match[4] ?? "" };
}

/** Parses a JSON object, the form of every body in the protocol; returns null for anything else. */
function parseObject(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? value as Json
      : null;
  } catch {
    return null;
  }
}
