import { createHash } from "node:crypto";
import { HttpError } from "fresh";
import { ChungError } from "../../lib/errors.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";

/** The limits of a kind of forms. */
export interface FormLimits {
  /** Maximum size of a form. */
  bytes: number;
  /** Milliseconds that a form may take to arrive, ample even over a slow line. */
  arrivesMs: number;
  /** Maximum forms arriving at once, since each is held in memory. */
  mostArriving: number;
}

/** Limits of a form without a file, more than any needs: 16,000 characters of 4 bytes, each encoded as `%XX`. */
const PLAIN: FormLimits = { bytes: 512 * 1024, arrivesMs: 30_000, mostArriving: 256 };

/** Limits of a form with a file. */
export const UPLOAD: FormLimits = { bytes: 8 * 1024 * 1024, arrivesMs: 120_000, mostArriving: 4 };

/** The text fields of a posted form. */
export interface FormFields {
  /** Returns a value without characters that the protocol can't transmit; "" if the field is missing. */
  text(name: string): string;
  /** Returns a value exactly as sent, since a password must not be altered; "" if the field is missing. */
  exact(name: string): string;
  /** Returns the content of a file; null if there is none. */
  file(name: string): Promise<Uint8Array | null>;
}

/** Reads posted forms, limiting their size, their number at once and the time that each takes. */
export class FormReader {
  readonly #timers: Timers;
  readonly #arriving = new Map<FormLimits, number>();

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /**
   * Reads the form in a request's body.
   * @throws {ChungError} `line_too_long`, if the body is too large
   * @throws {HttpError} 400 if the body is not a form or was cut off, 408 if it takes too long to arrive, 429 if too
   * many forms arrive at once
   */
  async read(request: Request, limits: FormLimits = PLAIN): Promise<FormFields> {
    const body = await this.#readBody(request, limits);
    const type = request.headers.get("content-type") ?? "";
    let data: FormData;
    try {
      data = await new Response(body, { headers: { "content-type": type } }).formData();
    } catch (cause) {
      throw new HttpError(400, "not a form", { cause });
    }
    const exact = (name: string) => {
      const value = data.get(name);
      return typeof value === "string" ? value : "";
    };
    // Browsers post CR LF for a line break; pasted text may contain other control characters.
    const text = (name: string) =>
      exact(name).replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").toWellFormed();
    const file = async (name: string) => {
      const value = data.get(name);
      return value instanceof File ? new Uint8Array(await value.arrayBuffer()) : null;
    };
    return { text, exact, file };
  }

  /** Reads a whole body. Stops reading one that is too large or too slow. */
  async #readBody(request: Request, limits: FormLimits): Promise<Uint8Array<ArrayBuffer>> {
    const { bytes, arrivesMs, mostArriving } = limits;
    if (Number(request.headers.get("content-length") ?? 0) > bytes) throw tooLong();
    const arriving = this.#arriving.get(limits) ?? 0;
    if (arriving >= mostArriving) throw new HttpError(429, "too many forms at once");
    const reader = request.body?.getReader();
    let late = false;
    const timer = this.#timers.set(() => {
      late = true;
      reader?.cancel().catch(() => {});
    }, arrivesMs);
    this.#arriving.set(limits, arriving + 1);
    try {
      const body = await readPieces(reader, bytes);
      if (!late) return body;
    } finally {
      this.#arriving.set(limits, this.#arriving.get(limits)! - 1);
      this.#timers.clear(timer);
    }
    throw new HttpError(408, "the form took too long to arrive");
  }
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(new ArrayBuffer(0, { maxByteLength: most }));
  for (;;) {
    // A browser that disconnects in the middle of its form is not a bug of the client.
    const piece = await reader?.read().catch((cause) => {
      throw new HttpError(400, "the form was cut off", { cause });
    });
    if (piece === undefined || piece.done) return body.slice();
    const { length } = body;
    if (length + piece.value.length > most) {
      reader?.cancel().catch(() => {});
      throw tooLong();
    }
    body.buffer.resize(length + piece.value.length);
    body.set(piece.value, length);
  }
}

function tooLong(): ChungError {
  return new ChungError("line_too_long", "the form holds too much: send it in parts");
}

/** Returns the form's tag if the protocol allows it, so that a form posted twice takes effect once. */
export function formTag(fields: FormFields): string | undefined {
  const tag = fields.exact("tag");
  return /^[A-Za-z0-9._-]{1,64}$/.test(tag) ? tag : undefined;
}

/**
 * Derives a protocol tag from a form's tag and content. The same content posted twice takes effect once, while new
 * content in a page that the person went back to, which still has the old tag, counts as another request.
 */
export function contentTag<Tag extends string | undefined>(
  tag: Tag,
  content: string,
): Tag | string {
  return tag && createHash("sha256").update(`${tag}\0${content}`).digest("hex");
}

/** Reports whether a request asks for JSON, as scripts do, rather than for a page. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}
