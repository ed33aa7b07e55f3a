/**
 * The part of a room's history that a page has: all messages up to `message`, with the edits and deletions up to
 * `change`. 0 for none.
 */
export interface Cursor {
  message: number;
  change: number;
}

/** The cursor of a page without any history. */
export const NOTHING: Readonly<Cursor> = { message: 0, change: 0 };

/** Formats a cursor as `MESSAGE.CHANGE`, for the ids of Server-Sent Events and for URLs. */
export function cursorText({ message, change }: Cursor): string {
  return `${message}.${change}`;
}

/** Parses a cursor. Invalid text, which may come from a browser, gives `NOTHING`. */
export function parseCursor(text: string): Cursor {
  const match = /^([0-9]{1,15})\.([0-9]{1,15})$/.exec(text);
  return match === null ? NOTHING : { message: Number(match[1]), change: Number(match[2]) };
}
