import { addressesIn } from "../../../lib/model/addresses.ts";

/** The name of an emoji as it is typed after a colon; `from` is the position of the colon. */
export interface TypedEmoji {
  from: number;
  name: string;
}

/**
 * Matches a colon that may begin a name, and the name: not within a word, a time or code such as `"key":value`, nor
 * behind a backslash. An emoji may stand before it.
 */
const NAME =
  /(?:^|[^\p{L}\p{M}\p{N}_:"'”’)\]}`\\]|[\uFE0F\u20E3]):([\p{L}\p{M}\p{N}_+-]{1,60})(:?)$/u;

/** The longest text that `NAME` matches, and a little more. */
const LONGEST = 70;

/** The emoji whose name is begun at the caret: two letters at least, since `:D` and `:v` are smileys. */
export function typedEmoji(text: string, caret: number): TypedEmoji | null {
  const typed = nameBefore(text, caret, "");
  return typed !== null && /^[+-]1$|\p{L}.*\p{L}/u.test(typed.name) ? typed : null;
}

/** The emoji whose name was written in full, both colons included, up to the caret. */
export function writtenEmoji(text: string, caret: number): TypedEmoji | null {
  return nameBefore(text, caret, ":");
}

function nameBefore(text: string, caret: number, closing: string): TypedEmoji | null {
  const found = NAME.exec(text.slice(Math.max(0, caret - LONGEST), caret));
  if (found === null || found[2] !== closing) return null;
  const name = found[1];
  const from = caret - name.length - 1 - closing.length;
  const before = text.slice(0, caret);
  const within = addressesIn(before).some((address) => address.from <= from && from < address.to);
  return within || isInCode(before) ? null : { from, name };
}

/** Matches a line that opens a block of code, as in `code_fences.ts`. */
const OPENING = /^ {0,3}(`{3,})[^`]*$/;

/** Whether the end of a text is in code, which may not be closed yet. */
function isInCode(text: string): boolean {
  const lines = text.split("\n");
  const last = lines.pop()!;
  /** The length of the fence that is open. */
  let fence = 0;
  for (const line of lines) {
    if (fence === 0) fence = OPENING.exec(line)?.[1].length ?? 0;
    else if ((/`*$/.exec(line.trimEnd())?.[0].length ?? 0) >= fence) fence = 0;
  }
  if (fence > 0 || OPENING.test(last)) return true;
  /** The backticks that are open. */
  let open = "";
  for (const { 0: backticks, index } of last.matchAll(/`+/g)) {
    if (open === "") {
      open = /(?![\uFE0E\uFE0F\u20E3])[\p{L}\p{M}\p{N}_\\]/u.test(last[index - 1] ?? "")
        ? ""
        : backticks;
    } else if (backticks === open) open = "";
  }
  return open !== "";
}
