import { unpack } from "./archive.ts";
import type { Manifest } from "./manifest.ts";
import { type Bytes, peek } from "./streams.ts";

/** The first bytes of whatever gzip makes. */
const GZIP = [0x1f, 0x8b];
const AGE = "age-encryption.org/v1";

/**
 * Unpacks a backup, encrypted or not, into an empty folder. What it leaves when it throws is worthless.
 * @param identities the text of a file with identities of age, or null
 * @throws {Error} if it is no backup, damaged, of a newer format, or for other identities, in one line
 */
export async function readBackup(
  written: Bytes,
  identities: string | null,
  folder: string,
): Promise<Manifest> {
  try {
    const { head, stream } = await peek(written, AGE.length);
    if (new TextDecoder().decode(head) === AGE) {
      if (identities === null) throw new Error("it is encrypted: set its identity with --identity");
      const { decryptWithIdentities } = await import("./age.ts");
      return await unpack(await decryptWithIdentities(identities, stream), folder);
    }
    if (!GZIP.every((byte, at) => head[at] === byte)) throw new Error("it is not one of Chung");
    return await unpack(stream, folder);
  } catch (error) {
    throw new Error(`the backup can't be read: ${(error as Error).message}`, { cause: error });
  }
}
