import type { Language } from "./language.ts";
import { fill, type Text, type Values } from "./message.ts";
import { en } from "./en.ts";
import { type MessageKey, vi } from "./vi.ts";

const TABLES: Record<Language, Record<MessageKey, Text>> = { vi, en };

/** Made when they are first used: they would take a third of the time that the client needs to be ready. */
const plurals = perLanguage((language) => new Intl.PluralRules(language));
const numbers = perLanguage((language) => new Intl.NumberFormat(language));

function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made: Partial<Record<Language, T>> = {};
  return (language) => made[language] ??= make(language);
}

/** The text of `key` in `language`, numbers as they are written there; `values.count` chooses the plural form. */
export function t(language: Language, key: MessageKey, values: Values = {}): string {
  const text: Text = TABLES[language][key];
  const written = Object.fromEntries(
    Object.entries(values).map((
      [name, value],
    ) => [name, typeof value === "number" ? numbers(language).format(value) : value]),
  );
  if (typeof text === "string") return fill(text, written);
  const category = plurals(language).select(Number(values.count));
  return fill(text[category] ?? text.other, written);
}
