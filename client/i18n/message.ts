/** One text of a table: plain, or by plural category of `{count}` (Intl.PluralRules). `{name}` is filled in. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Values = Readonly<Record<string, string | number>>;

/** Puts `values` where the text has `{name}`; a name without a value stays as it is. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)\}/g,
    (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
