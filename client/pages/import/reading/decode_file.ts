/** The encoding of a file, as people know its name. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1258" | "Windows-1252";

/** The text of a file. */
export interface DecodedFile {
  text: string;
  encoding: Encoding;
}

/**
 * Decodes a file by its byte-order mark, else as UTF-8, else in the encoding in which older programs wrote.
 * @param older that encoding
 * @returns null for what is no text, such as the file of a spreadsheet
 */
export function decodeFile(bytes: Uint8Array, older: Encoding): DecodedFile | null {
  const decoded = decode(bytes, older);
  // Windows-1258 writes some of Vietnamese's tones apart from their letters.
  const text = decoded.text.normalize("NFC");
  // deno-lint-ignore no-control-regex
  return /[\0-\x08\x0e-\x1f]/.test(text) ? null : { ...decoded, text };
}

function decode(bytes: Uint8Array, older: Encoding): DecodedFile {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return as("UTF-16", "utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return as("UTF-16", "utf-16be", bytes);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return as(older, older.toLowerCase(), bytes);
  }
}

function as(encoding: Encoding, label: string, bytes: Uint8Array): DecodedFile {
  return { text: new TextDecoder(label).decode(bytes), encoding };
}
