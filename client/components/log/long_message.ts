const MOST_CHARACTERS = 2_500;
const MOST_LINES = 24;

/** Whether a message is so long that the log shows only its beginning until it is asked for all of it. */
export function isLong(text: string): boolean {
  if (text.length > MOST_CHARACTERS) return true;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines > MOST_LINES;
}
