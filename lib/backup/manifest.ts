import type { DatabaseCopy } from "../store/sqlite/backup/copy_database.ts";

/** The format of a backup, raised when an older Chung can't restore it any more. */
export const BACKUP_VERSION = 1;

/** The name of the manifest in the archive, where it is the first entry. */
export const MANIFEST = "manifest.json";
/** The name of the database, in the archive as in a data folder. */
export const DATABASE = "chung.db";
/** A file that people shared: in folders or not, it is named by its own SHA-256. */
const FILE = /^files\/(?:[0-9a-z]+\/)*([0-9a-f]{64})$/;

/** A file in a backup. */
export interface BackupPart {
  /** Its path in the data folder, with slashes. */
  name: string;
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** The description of a backup; docs/OPERATING.md, "Backups", tells the format of the archive around it. */
export interface Manifest extends DatabaseCopy {
  /** When the copy was made, in Unix milliseconds. */
  madeAt: number;
  /** The version of Chung that made it. */
  chung: string;
  /** The entries that follow the manifest, in their order. */
  parts: BackupPart[];
}

/** The SHA-256 that the name of a shared file states; null for any other name. */
export function hashInName(name: string): string | null {
  return FILE.exec(name)?.[1] ?? null;
}

export function formatManifest(manifest: Manifest): string {
  const { madeAt, chung, schemaVersion, tables, parts } = manifest;
  const written = {
    format: "chung-backup",
    version: BACKUP_VERSION,
    made_at: new Date(madeAt).toISOString(),
    chung,
    schema_version: schemaVersion,
    tables,
    parts,
  };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** @throws {Error} if the text is no manifest, or that of a newer version, in one line */
export function parseManifest(text: string): Manifest {
  const read = parseJson(text);
  if (read?.format !== "chung-backup") throw new Error("it is not one of Chung");
  if (typeof read.version !== "number" || read.version > BACKUP_VERSION) {
    throw new Error(
      `it has format ${read.version}, and this Chung knows formats up to ${BACKUP_VERSION}: use a newer one`,
    );
  }
  const manifest = {
    madeAt: Date.parse(String(read.made_at)),
    chung: String(read.chung),
    schemaVersion: read.schema_version,
    tables: read.tables,
    parts: read.parts,
  } as Manifest;
  if (!isManifest(manifest)) throw new Error("its manifest is damaged");
  return manifest;
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isManifest({ madeAt, schemaVersion, tables, parts }: Manifest): boolean {
  return !Number.isNaN(madeAt) && isCount(schemaVersion) && tables !== null &&
    typeof tables === "object" &&
    Object.values(tables).every((mark) =>
      isCount(mark?.rows) && (mark.last_id === null || isCount(mark.last_id))
    ) &&
    Array.isArray(parts) && parts.every(isPart) && parts[0]?.name === DATABASE &&
    new Set(parts.map(({ name }) => name)).size === parts.length;
}

function isPart(part: BackupPart): boolean {
  if (!isCount(part?.bytes) || !/^[0-9a-f]{64}$/.test(part.sha256)) return false;
  return part.name === DATABASE || hashInName(String(part.name)) === part.sha256;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
