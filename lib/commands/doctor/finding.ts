import type { Bilingual } from "../../cli/locale.ts";

export type Level = "ok" | "warning" | "problem";

/** The result of one check. */
export interface Finding {
  /** The name of the check, for programs. */
  check: string;
  level: Level;
  /** One sentence. */
  says: Bilingual;
  /** The remedy; only where the level is not `ok`. */
  advice?: Bilingual;
}

/** The finding of a check that has nothing to complain of. */
export function ok(check: string, en: string, vi: string): Finding {
  return { check, level: "ok", says: { en, vi } };
}

/** @param says the sentence in English and Vietnamese @param advice what to do, likewise */
export function wrong(
  check: string,
  level: Exclude<Level, "ok">,
  says: [en: string, vi: string],
  advice: [en: string, vi: string],
): Finding {
  const both = ([en, vi]: [string, string]): Bilingual => ({ en, vi });
  return { check, level, says: both(says), advice: both(advice) };
}

const MEGABYTE = 1_000_000;

/** A number of bytes for people, in MB or GB. */
export function size(bytes: number): string {
  return bytes >= 1000 * MEGABYTE
    ? `${(bytes / (1000 * MEGABYTE)).toFixed(1)} GB`
    : `${Math.ceil(bytes / MEGABYTE)} MB`;
}
