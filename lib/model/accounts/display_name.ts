import { ChungError } from "../../errors.ts";
import type { Limits } from "../limits.ts";
import { isVisible } from "../visible_text.ts";
import { nameKey } from "./name_key.ts";

/** Breaks a line, or reorders the text around it. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Returns a display name as it is stored: in NFC.
 * @throws {ChungError} `invalid_name`
 */
export function displayName(name: string, limits: Limits): string {
  const fits = [...name].length <= limits.maxName && isVisible(name) && !UNFIT.test(name);
  if (!fits || nameKey(name) === "") {
    throw new ChungError(
      "invalid_name",
      `a name has 1 to ${limits.maxName} characters on one line, not only invisible ones; - for none`,
    );
  }
  return name.normalize("NFC");
}
