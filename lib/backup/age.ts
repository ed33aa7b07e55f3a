import { Decrypter, Encrypter } from "age-encryption";
import type { Bytes } from "./streams.ts";

/** @throws {Error} if the text is no recipient of age, in one line */
export function assertRecipient(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient);
  } catch (error) {
    throw new Error(
      `${JSON.stringify(recipient)} is no recipient of age, such as age1… of age-keygen: ${
        (error as Error).message
      }`,
    );
  }
}

/** A stream encrypted to a recipient, and the way to decrypt just that stream without the recipient's identity. */
export interface Encrypted {
  stream: Bytes;
  decrypt(stream: Bytes): Promise<Bytes>;
}

/**
 * Encrypts to a recipient (`age1…`). So that what was written can be checked, the key of this one file is kept in
 * memory: nothing in the file tells of it.
 */
export async function encryptTo(recipient: string, stream: Bytes): Promise<Encrypted> {
  const encrypter = new Encrypter();
  let key: Uint8Array | null = null;
  encrypter.addRecipient(recipient);
  encrypter.addRecipient({
    wrapFileKey(fileKey) {
      key = fileKey.slice();
      return [];
    },
  });
  const encrypted = await encrypter.encrypt(stream);
  return {
    stream: encrypted as Bytes,
    decrypt: (written) => decryptWith([{ unwrapFileKey: () => key }], written),
  };
}

/**
 * Decrypts with the identities in the text of a file as `age-keygen` writes it.
 * @throws {Error} in one line, if there is none among them that fits; the stream fails where it was altered or cut off
 */
export function decryptWithIdentities(text: string, stream: Bytes): Promise<Bytes> {
  const identities = text.split("\n").map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (identities.length === 0) throw new Error("the file of --identity has no identity of age");
  return decryptWith(identities, stream);
}

async function decryptWith(
  identities: Parameters<Decrypter["addIdentity"]>[0][],
  stream: Bytes,
): Promise<Bytes> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return await decrypter.decrypt(stream) as Bytes;
}
