import { en } from "./en.ts";
import { format } from "./format.ts";
import type { Language } from "./language.ts";
import type { Text, Values } from "./message.ts";
import { type MessageKey, vi } from "./vi.ts";

const TABLES: Record<Language, Record<MessageKey, Text>> = { vi, en };

/** The raw text of `key`, for an island that fills it in itself. */
export function textOf(language: Language, key: MessageKey): Text {
  return TABLES[language][key];
}

/** The raw plain texts of `keys`, for an island that fills them in itself. */
export function textsOf<Key extends MessageKey>(
  language: Language,
  keys: readonly Key[],
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, t(language, key)])) as Record<Key, string>;
}

/** The text of `key` in `language`, with numbers formatted; `values.count` selects the plural form. */
export function t(language: Language, key: MessageKey, values: Values = {}): string {
  return format(language, textOf(language, key), values);
}
