/** A choice of all who use this browser, which keeps it. */
export interface KeptChoice<Value extends string> {
  /** The key in the browser's storage. */
  key: string;
  /** The value that is kept; another one stands for none. */
  kept: Value;
  /** The value as long as nothing is kept, or can be read. */
  otherwise: Value;
}

export function readChoice<Value extends string>(
  { key, kept, otherwise }: KeptChoice<Value>,
): Value {
  try {
    return localStorage.getItem(key) === kept ? kept : otherwise;
  } catch {
    return otherwise;
  }
}
