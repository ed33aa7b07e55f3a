import type { ErrorCode } from "../errors.ts";
import { concatenate } from "./concatenate.ts";
import { charactersOf, encodedAhead } from "./encode_ahead.ts";
import { encodeLine } from "./encode_line.ts";

/** A response line. */
export interface ResponseLine {
  /** With its LF, as it is sent. */
  bytes: Uint8Array;
  /** Without the LF; of a long one perhaps the beginning only. */
  text: string;
  /** Characters (Unicode code points) behind the text. */
  charactersLeft: number;
}

/** Makes `[@tag ]ok action {json}` with what is encoded already (encode_ahead.ts). */
export function okResponse(tag: string | null, action: string, body: object): ResponseLine {
  for (const value of Object.values(body)) {
    if (Array.isArray(value) && encodedAhead(value) !== undefined) {
      return joinedResponse(tag, action, body);
    }
  }
  return wholeLine(okLine(tag, action, body));
}

export function wholeLine(text: string): ResponseLine {
  return { bytes: encodeLine(text), text, charactersLeft: 0 };
}

/** Formats `[@tag ]ok action {json}`, without the LF. */
export function okLine(tag: string | null, action: string, body: unknown): string {
  return `${okHead(tag, action)}${JSON.stringify(body)}`;
}

/** Formats `[@tag ]err action code human text`, without the LF. `action` is `-` when the line names no action. */
export function errLine(
  tag: string | null,
  action: string,
  code: ErrorCode,
  text: string,
): string {
  // The text may contain client input; a line break in it would forge a response.
  return `${tag === null ? "" : `@${tag} `}err ${action} ${code} ${text.replace(/\p{Cc}+/gu, " ")}`;
}

function okHead(tag: string | null, action: string): string {
  return `${tag === null ? "" : `@${tag} `}ok ${action} `;
}

const encoder = new TextEncoder();

function joinedResponse(tag: string | null, action: string, body: object): ResponseLine {
  const pieces: Uint8Array[] = [];
  let text = "";
  let charactersLeft = 0;
  /** Joined before the next piece. */
  let unsent = "";
  const add = (more: string) => {
    unsent += more;
    if (charactersLeft === 0) text += more;
    else charactersLeft += charactersOf(more);
  };
  add(`${okHead(tag, action)}{`);
  let separator = "";
  for (const [key, value] of Object.entries(body)) {
    if (value === undefined) continue;
    add(`${separator}${JSON.stringify(key)}:`);
    separator = ",";
    const list = Array.isArray(value) ? encodedAhead(value) : undefined;
    if (list === undefined) {
      add(JSON.stringify(value));
      continue;
    }
    pieces.push(encoder.encode(unsent), ...list.pieces);
    unsent = "";
    if (charactersLeft === 0) text += list.beginning;
    else charactersLeft += charactersOf(list.beginning);
    charactersLeft += list.charactersLeft;
  }
  add("}");
  pieces.push(encodeLine(unsent));
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return { bytes: concatenate(pieces, length), text, charactersLeft };
}
