import lookAlike from "unhomoglyph";
import { fewerMarks } from "../fewer_marks.ts";

/** Not seen: controls, zero-width characters, spaces of any kind, and what is ignored where it isn't known. */
const UNSEEN = /[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}]/gu;

/**
 * The part that names which a reader may take for each other have in common: letter case, look-alikes (Unicode, UTS #39), spaces
 * and invisible characters make no difference; accents do. Capital I looks like l, so i and l are one letter.
 */
export function nameKey(name: string): string {
  const plain = fewerMarks(name).normalize("NFKC").replace(UNSEEN, "");
  const skeleton = lookAlike(plain.toLowerCase()).toLowerCase();
  return skeleton.normalize("NFC").replace(/[i1|ı]/g, "l");
}
