import { join } from "node:path";
import { createTarDecoder, createTarPacker } from "modern-tar";
import { syncFolder } from "../files/sync_folder.ts";
import {
  type BackupPart,
  formatManifest,
  MANIFEST,
  type Manifest,
  parseManifest,
} from "./manifest.ts";
import { type Bytes, measure, type Passed, writeFile } from "./streams.ts";

/** The maximum size of a manifest in bytes: for some 300,000 shared files. */
const MAX_MANIFEST = 64 * 1024 * 1024;

type Progress = (bytes: number) => void;

/**
 * Packs the manifest and the parts that it lists into a gzipped tar. The stream fails if a part isn't as listed.
 * @param pathOf the file of a part
 */
export function pack(
  manifest: Manifest,
  pathOf: (part: BackupPart) => string,
  progress: Progress = () => {},
): Bytes {
  const { readable, controller } = createTarPacker();
  const mtime = new Date(manifest.madeAt);
  const add = async (name: string, size: number, body: Bytes) => {
    await body.pipeTo(controller.add({ name, size, mtime, mode: 0o600 }));
  };
  const addAll = async () => {
    const text = new TextEncoder().encode(formatManifest(manifest));
    await add(MANIFEST, text.length, new Blob([text]).stream());
    for (const part of manifest.parts) {
      const file = await Deno.open(pathOf(part));
      await add(part.name, part.bytes, file.readable.pipeThrough(asListed(part, progress)));
    }
    controller.finalize();
  };
  addAll().catch((error) => controller.error(error));
  return readable.pipeThrough(new CompressionStream("gzip"));
}

/**
 * Unpacks an archive into an empty folder, each part checked against the manifest, and returns that. What it leaves
 * when it throws is worthless.
 * @throws {Error} if the archive is no backup, damaged, cut off, or of a newer format, in one line
 */
export async function unpack(
  archive: Bytes,
  folder: string,
  progress: Progress = () => {},
): Promise<Manifest> {
  const entries = archive.pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(createTarDecoder({ strict: true }));
  let manifest: Manifest | null = null;
  let next = 0;
  for await (const { header, body } of entries) {
    if (manifest === null) {
      if (header.name !== MANIFEST || header.size > MAX_MANIFEST) {
        throw new Error("it is not one of Chung");
      }
      manifest = parseManifest(await new Response(body).text());
      continue;
    }
    const part: BackupPart | undefined = manifest.parts[next++];
    if (header.type !== "file" || header.name !== part?.name || header.size !== part.bytes) {
      throw new Error(`it has ${header.name} where it should have ${part?.name ?? "its end"}`);
    }
    await writePart(folder, part, body as Bytes, progress);
  }
  if (manifest === null) throw new Error("it is not one of Chung");
  if (next < manifest.parts.length) throw new Error(`it ends before ${manifest.parts[next].name}`);
  return manifest;
}

async function writePart(
  folder: string,
  part: BackupPart,
  body: Bytes,
  progress: Progress,
): Promise<void> {
  const folders = part.name.split("/").slice(0, -1);
  for (const depth of folders.keys()) {
    const made = join(folder, ...folders.slice(0, depth + 1));
    await Deno.mkdir(made, { recursive: true, mode: 0o700 });
  }
  await writeFile(join(folder, part.name), body.pipeThrough(asListed(part, progress)));
  syncFolder(join(folder, ...folders));
}

/** Fails the stream of a part that is not as the manifest lists it. */
function asListed({ name, bytes, sha256 }: BackupPart, progress: Progress) {
  return measure((passed: Passed) => {
    if (passed.bytes !== bytes || passed.sha256 !== sha256) {
      throw new Error(`${name} is damaged: its SHA-256 is not ${sha256}`);
    }
  }, progress);
}
