/** What a page has of a room: every message up to `message`, as edited and deleted up to `change`. 0 is nothing. */
export interface Cursor {
  message: number;
  change: number;
}

/** Of somebody who has nothing of the room. */
export const NOTHING: Readonly<Cursor> = { message: 0, change: 0 };

/** As the id of a Server-Sent Event and in addresses: `MESSAGE.CHANGE`. */
export function cursorText({ message, change }: Cursor): string {
  return `${message}.${change}`;
}

/** Anything that is no cursor means that nothing is known yet: it comes from a browser. */
export function parseCursor(text: string): Cursor {
  const match = /^([0-9]{1,15})\.([0-9]{1,15})$/.exec(text);
  return match === null ? NOTHING : { message: Number(match[1]), change: Number(match[2]) };
}
