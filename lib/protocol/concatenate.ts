/** The parts one after another; `length` is the sum of theirs in bytes. */
export function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  return join(parts, new Uint8Array(length));
}

/** Writes the parts one after another into bytes of their length. */
export function join(parts: readonly Uint8Array[], joined: Uint8Array): Uint8Array {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
