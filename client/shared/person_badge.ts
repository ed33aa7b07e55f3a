/** The number of colours that people have (`--person-1` and on). */
export const PERSON_COLOURS = 12;

/** Identifies a person at a glance, the same on every page. */
export interface PersonBadge {
  /** One or two letters. */
  initials: string;
  /** From 1 to `PERSON_COLOURS`. */
  colour: number;
}

/** Returns the badge of a username, whatever the case of its letters. */
export function personBadge(name: string): PersonBadge {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = words.map((word) => Array.from(word)[0]);
  const initials = letters.length > 1 ? letters[0] + letters.at(-1) : letters[0] ?? "?";
  return { initials: initials.toUpperCase(), colour: colourOf(name.toLowerCase()) };
}

/** Returns the badge of a project: the first letter of its name, and a colour that stays when it is renamed. */
export function projectBadge({ id, name }: { id: number; name: string }): PersonBadge {
  const [letter = "#"] = /[\p{L}\p{N}]/u.exec(name.normalize("NFC")) ?? [];
  return { initials: letter.toUpperCase(), colour: id % PERSON_COLOURS + 1 };
}

/** FNV-1a, whose low bits differ even for names that are nearly alike. */
function colourOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return ((hash ^ hash >>> 15) >>> 0) % PERSON_COLOURS + 1;
}
