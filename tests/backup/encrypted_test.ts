import assert from "node:assert/strict";
import {
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from "age-encryption";
import { assertRecipient } from "../../lib/backup/age.ts";
import { readBackup } from "../../lib/backup/read_backup.ts";
import { withFolder } from "../folder.ts";
import { backUp, bytesOf, makeData } from "./backup_of.ts";

// Guard (storage): an encrypted backup opens with the recipient's identity alone, and nothing in it can be read without
Deno.test("an encrypted backup is checked when it is made, and opens with its identity alone", async () => {
  await withFolder(async (folder) => {
    const data = await makeData(folder);
    for (const generate of [generateX25519Identity, generateHybridIdentity]) {
      const [identity, other] = [await generate(), await generate()];
      const { path, manifest } = await backUp(folder, data, await identityToRecipient(identity));
      const written = await Deno.readFile(path);
      const header = new TextDecoder().decode(written.subarray(0, 4_096)).split("\n---")[0];
      // One recipient: what was used to check it left nothing behind.
      assert.equal(header.split("\n-> ").length - 1, 1);
      const read = async (bytes: Uint8Array<ArrayBuffer>, identities: string | null) =>
        await readBackup(bytesOf(bytes), identities, await Deno.makeTempDir({ dir: folder }));
      assert.deepEqual(await read(written, `# my key\n${identity}\n\n`), manifest);
      assert.deepEqual(await read(written, `${other}\n${identity}`), manifest);
      await assert.rejects(read(written, null), /encrypted.*--identity/);
      await assert.rejects(read(written, other), /no identity matched/);
      await assert.rejects(read(written, "# nothing\n"), /no identity of age/);
      await assert.rejects(read(written.slice(0, -1), identity));
      const changed = written.slice();
      changed[changed.length >> 1] ^= 1;
      await assert.rejects(read(changed, identity));
    }
  });
});

Deno.test("only recipients of age are taken", async () => {
  assertRecipient(await identityToRecipient(await generateX25519Identity()));
  for (
    const wrong of ["lan@example.com", "age1", "ssh-ed25519 AAAA", await generateX25519Identity()]
  ) {
    assert.throws(() => assertRecipient(wrong), /is no recipient of age/);
  }
});
