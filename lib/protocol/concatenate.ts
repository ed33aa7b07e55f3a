/** Concatenates the parts. `length` is the sum of their lengths in bytes. */
export function concatenate(parts: readonly Uint8Array[], length: number): Uint8Array {
  return join(parts, new Uint8Array(length));
}

/** Concatenates the parts into `joined`, which has their total length, and returns it. */
export function join(parts: readonly Uint8Array[], joined: Uint8Array): Uint8Array {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
