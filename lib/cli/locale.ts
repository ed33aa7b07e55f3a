/** The languages of the programs' output. */
export type Language = "vi" | "en";

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** The user's language by the system's locale; English unless it is Vietnamese. */
export function systemLanguage(locale = navigator.language): Language {
  return /^vi\b/i.test(locale) ? "vi" : "en";
}
