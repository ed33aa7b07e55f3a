import { splitNames } from "../protocol/name_list.ts";
import { type Arguments, unescapeText } from "../protocol/request.ts";

/** One argument of a request. */
export interface Field<T> {
  /** Written as `***` in the audit log. */
  readonly secret: boolean;
  /** The rest of the line: only a last field is. */
  readonly rest: boolean;
  /** @returns undefined when the argument is missing or malformed */
  decode(args: Arguments): T | undefined;
}

/** A field with the name that it has among an action's arguments. */
export type NamedField = readonly [name: string, field: Field<unknown>];

/** An action's own arguments, by name and in order. */
export type Fields = Record<string, Field<unknown>>;

export type Decoded<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

/** Null when an argument is missing or malformed. */
export function decodeFields<F extends Fields>(fields: F, args: Arguments): Decoded<F> | null {
  const decoded: Partial<Decoded<F>> = {};
  for (const name in fields) {
    const value = fields[name].decode(args) as Decoded<F>[typeof name] | undefined;
    if (value === undefined) return null;
    decoded[name] = value;
  }
  return decoded as Decoded<F>;
}

function field<T>(
  decode: (args: Arguments) => T | undefined,
  { secret = false, rest = false } = {},
): Field<T> {
  return { secret, rest, decode };
}

function integer(word: string): number | undefined {
  const value = /^[0-9]+$/.test(word) ? Number(word) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** One word. */
export const word: Field<string> = field((args) => args.word() ?? undefined);

/** A token: one word. */
export const token: Field<string> = field((args) => args.word() ?? undefined, { secret: true });

/** An id or a count: decimal digits. */
export const number: Field<number> = field((args) => integer(args.word() ?? ""));

/** A number that may be left out, or have `-` in its place when another follows: null then. */
export const optionalNumber: Field<number | null> = field((args) => {
  const next = args.word();
  return next === null || next === "-" ? null : integer(next);
});

/** A password: the rest of the line, with no escapes. */
export const password: Field<string> = field((args) => args.remainder() || undefined, {
  secret: true,
  rest: true,
});

/** The rest of the line, unescaped, ends trimmed. It may be empty: that is for the action to judge. */
export const text: Field<string> = field(
  (args) => unescapeText(args.remainder().trim()),
  { rest: true },
);

/** `[name, name]`: the brackets are optional; split by `,` `;` or spaces; at least one. */
export const names: Field<string[]> = field((args) => {
  const found = splitNames(args.remainder());
  return found.length > 0 ? found : undefined;
}, { rest: true });
