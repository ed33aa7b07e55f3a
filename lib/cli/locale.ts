/** The languages in which the programs explain themselves. */
export type Language = "vi" | "en";

/** One text in both. */
export type Bilingual = Readonly<Record<Language, string>>;

/** What the person reads by the locale of their system; English where it is neither. */
export function systemLanguage(locale = navigator.language): Language {
  return /^vi\b/i.test(locale) ? "vi" : "en";
}
