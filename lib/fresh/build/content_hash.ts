/** Returns the SHA-256 of the concatenated parts, in hex. */
export async function contentHash(...parts: (Uint8Array<ArrayBuffer> | string)[]): Promise<string> {
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return digest.toHex();
}
