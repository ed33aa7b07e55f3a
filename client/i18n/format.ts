import type { Language } from "./language.ts";
import { fill, type Text, type Values } from "./message.ts";

/** Created on first use: they would take a third of the client's startup time. */
const plurals = perLanguage((language) => new Intl.PluralRules(language));
const numbers = perLanguage((language) => new Intl.NumberFormat(language));

function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made: Partial<Record<Language, T>> = {};
  return (language) => made[language] ??= make(language);
}

/** Fills in the values, formatting numbers for `language`; `values.count` selects the plural form. */
export function format(language: Language, text: Text, values: Values = {}): string {
  const written = Object.fromEntries(
    Object.entries(values).map((
      [name, value],
    ) => [name, typeof value === "number" ? numbers(language).format(value) : value]),
  );
  if (typeof text === "string") return fill(text, written);
  const category = plurals(language).select(Number(values.count));
  return fill(text[category] ?? text.other, written);
}
