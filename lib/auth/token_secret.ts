import { basename, dirname, join } from "node:path";
import { syncFolder } from "../files/sync_folder.ts";
import { writeAll } from "../files/write_all.ts";

/** Bytes of the secret, as many as in a digest of HS256 (RFC 7518, 3.2). */
const SECRET_BYTES = 32;

/** A UUID. */
const DRAFT_SUFFIX = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Secret = Uint8Array<ArrayBuffer>;

/**
 * Loads the secret that tokens are signed with: 32 bytes, read from the file, or created at the first start.
 *
 * Only the owner may read the file from its creation on, and it is durable before it is used: tokens outlive a restart.
 * @throws Error that names the file and the remedy
 */
export async function loadTokenSecret(path: string): Promise<Secret> {
  let secret = await readSecret(path);
  if (secret === null) {
    await createSecret(path);
    // Read back, since another process may have created it first.
    secret = await readSecret(path);
    if (secret === null) throw new Error(`the token secret ${path} was removed while it was made`);
  }
  await removeDrafts(path);
  return secret;
}

async function readSecret(path: string): Promise<Secret | null> {
  let mode: number | null;
  let secret: Secret;
  try {
    using file = await Deno.open(path);
    mode = (await file.stat()).mode;
    // One byte more than expected, so that a longer file is noticed.
    const bytes = new Uint8Array(SECRET_BYTES + 1);
    let length = 0;
    while (length < bytes.length) {
      const count = await file.read(bytes.subarray(length));
      if (count === null) break;
      length += count;
    }
    secret = bytes.slice(0, length);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return null;
    throw new Error(`can't read the token secret ${path}: let this account read it`, { cause });
  }
  if (Deno.build.os !== "windows" && mode !== null && (mode & 0o077) !== 0) {
    throw new Error(`others can get at the token secret ${path}: run chmod 600 ${path}`);
  }
  if (secret.length !== SECRET_BYTES) {
    throw new Error(
      `the token secret ${path} must have ${SECRET_BYTES} bytes: put it back from a backup, ` +
        "or remove it, and everyone has to log in again",
    );
  }
  return secret;
}

/** Leaves the file alone where another process has created it first. */
async function createSecret(path: string): Promise<void> {
  const folder = dirname(path);
  try {
    await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = await writeDraft(path);
    try {
      // The file is complete as soon as it has its name; a rename would replace another process's.
      await Deno.link(draft, path);
    } finally {
      await removeIfThere(draft);
    }
    syncFolder(folder);
  } catch (cause) {
    if (cause instanceof Deno.errors.AlreadyExists) return;
    // Another process has the secret, and has removed this draft with those of killed ones.
    if (cause instanceof Deno.errors.NotFound && (await readSecret(path)) !== null) return;
    throw new Error(`can't make the token secret ${path}: let this account write there`, { cause });
  }
}

/** Removes the drafts of processes that were killed while they made the secret. */
async function removeDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.startsWith(prefix) || !DRAFT_SUFFIX.test(name.slice(prefix.length))) continue;
    await removeIfThere(join(folder, name));
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function writeDraft(path: string): Promise<string> {
  const draft = `${path}.${crypto.randomUUID()}`;
  using file = await Deno.open(draft, { write: true, createNew: true, mode: 0o600 });
  await writeAll(file, crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
  await file.sync();
  return draft;
}
