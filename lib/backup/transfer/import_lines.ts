import { createHash } from "node:crypto";
import { join } from "node:path";
import type { LastIds, Thing } from "../../store/sqlite/transfer/read_workplace.ts";
import { WorkplaceWriter } from "../../store/sqlite/transfer/workplace_writer.ts";
import { DATABASE } from "../manifest.ts";
import { fillFolder } from "../restore_backup.ts";
import type { Bytes } from "../streams.ts";
import { byteLines } from "./byte_lines.ts";
import { type Counts, EXPORT_FORMAT, EXPORT_VERSION } from "./export_lines.ts";

/** The last line of an export. */
interface End {
  counts: Counts;
  last_ids: LastIds;
  /** That of all lines before; an export that was edited on purpose leaves it out. */
  sha256?: string;
}

/**
 * Imports an export into a data folder, empty or missing, in constant memory. If anything is wrong with it, the folder
 * is left as it was.
 * @param progress called now and then with the number of things so far
 * @throws {Error} in one line, with the number of the line that is wrong
 */
export function importWorkplace(
  written: Bytes,
  data: string,
  progress: (count: number) => void = () => {},
): Promise<Counts> {
  return fillFolder(data, async (scratch) => {
    const writer = new WorkplaceWriter(join(scratch, DATABASE));
    try {
      return await new Import(writer).readAll(written, progress);
    } finally {
      writer.close();
    }
  });
}

/** Reads the lines of an export in their order. */
class Import {
  readonly #writer: WorkplaceWriter;
  readonly #hash = createHash("sha256");
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  readonly #counts: Counts = {};
  #line = 0;
  #end: End | null = null;

  constructor(writer: WorkplaceWriter) {
    this.#writer = writer;
  }

  async readAll(written: Bytes, progress: (count: number) => void): Promise<Counts> {
    for await (const lines of byteLines(written)) {
      for (const line of lines) this.#atLine(() => this.#take(line));
      progress(this.#line);
    }
    this.#line++;
    return this.#atLine(() => {
      if (this.#end === null) {
        throw new Error("it is missing: the export was cut off before the line that counts all");
      }
      this.#writer.finish(this.#end.last_ids);
      return this.#end.counts;
    });
  }

  #atLine<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new Error(`line ${this.#line}: ${(error as Error).message}`, { cause: error });
    }
  }

  #take(line: Uint8Array): void {
    this.#line++;
    if (this.#end !== null) throw new Error("it comes after the line that counts all");
    const read = this.#parse(line);
    if (this.#line > 1 && read.kind === "end") return this.#finish(read);
    this.#hash.update(line);
    if (this.#line === 1) return assertHead(read);
    this.#writer.add(read);
    this.#counts[read.kind] = (this.#counts[read.kind] ?? 0) + 1;
  }

  #parse(line: Uint8Array): Thing {
    let read: unknown;
    try {
      read = JSON.parse(this.#decoder.decode(line));
    } catch {
      throw new Error("it is not JSON in UTF-8");
    }
    if (read === null || typeof read !== "object") throw new Error("it is no object");
    return read as Thing;
  }

  #finish(read: Thing): void {
    const { counts, last_ids, sha256 } = read as Thing & End;
    if (!isObject(counts) || !isObject(last_ids)) throw new Error("it counts nothing");
    for (const kind of new Set([...Object.keys(counts), ...Object.keys(this.#counts)])) {
      const [found, told] = [this.#counts[kind] ?? 0, counts[kind] ?? 0];
      if (found !== told) throw new Error(`there are ${found} of "${kind}" instead of ${told}`);
    }
    if (sha256 !== undefined && sha256 !== this.#hash.digest("hex")) {
      throw new Error("the lines before it are not as they were exported: their SHA-256 differs");
    }
    this.#end = { counts, last_ids };
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function assertHead({ format, version }: Thing): void {
  if (format !== EXPORT_FORMAT) throw new Error("this is no export of a workplace of Chung");
  if (typeof version !== "number" || version > EXPORT_VERSION) {
    throw new Error(
      `it has version ${version}, and this Chung knows versions up to ${EXPORT_VERSION}: use a newer one`,
    );
  }
}
