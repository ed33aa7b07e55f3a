import lookAlike from "unhomoglyph";
import { fewerMarks } from "../fewer_marks.ts";

/** Not seen: controls, zero-width characters, spaces of any kind, and what is ignored where it isn't known. */
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/**
 * The part that names which a reader may take for each other have in common: letter case, look-alikes (Unicode, UTS #39), spaces
 * and invisible characters make no difference; accents do. Capital I looks like l, so i and l are one letter.
 *
 * Keys are stored: a change of this, or of Unicode's table, needs a migration that makes them anew.
 */
export function nameKey(name: string): string {
  let key = fewerMarks(name);
  // What one step makes of a sign may look like something else again; it never takes more than a few.
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = simpler(key);
    if (next === key) break;
    key = next;
  }
  return key;
}

const MAX_STEPS = 8;

/** A tone on the first vowel of `oa`, `oe` or `uy`, where others write it on the second: Hòa and Hoà are one name. */
const EARLY_TONE =
  /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y)/g;

function simpler(name: string): string {
  const seen = name.normalize("NFKC").replace(UNSEEN, "").toLowerCase();
  const plain = seen.normalize("NFD").replace(EARLY_TONE, "$1$4$3$6$2$5").normalize("NFC");
  return lookAlike(plain).toLowerCase().normalize("NFKC").replace(/[i1|ı]/g, "l");
}
