import type { Language } from "./language.ts";
import { fill, type Text, type Values } from "./message.ts";
import { en } from "./en.ts";
import { type MessageKey, vi } from "./vi.ts";

const TABLES: Record<Language, Record<MessageKey, Text>> = { vi, en };

const PLURALS: Record<Language, Intl.PluralRules> = {
  vi: new Intl.PluralRules("vi"),
  en: new Intl.PluralRules("en"),
};

const NUMBERS: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat("vi"),
  en: new Intl.NumberFormat("en"),
};

/** The text of `key` in `language`, numbers as they are written there; `values.count` chooses the plural form. */
export function t(language: Language, key: MessageKey, values: Values = {}): string {
  const text: Text = TABLES[language][key];
  const written = Object.fromEntries(
    Object.entries(values).map((
      [name, value],
    ) => [name, typeof value === "number" ? NUMBERS[language].format(value) : value]),
  );
  if (typeof text === "string") return fill(text, written);
  const category = PLURALS[language].select(Number(values.count));
  return fill(text[category] ?? text.other, written);
}
