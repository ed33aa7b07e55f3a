/** A text: a plain string, or one per plural category of `{count}` (Intl.PluralRules). `{name}` is a placeholder. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Values = Readonly<Record<string, string | number>>;

/** Replaces `{name}` placeholders by `values`; unknown names are left as they are. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
