import { createHash } from "node:crypto";
import { HttpError } from "fresh";
import { ChungError } from "../../lib/errors.ts";
import { realTimers, type Timers } from "../shared/timers.ts";

/** More than any of our forms can hold: 16,000 characters of 4 bytes, each written as `%XX`. */
const MAX_BYTES = 512 * 1024;
/** How long a form may take to arrive, in milliseconds: over the slowest line it is there long before. */
const ARRIVES_MS = 30_000;
/** Forms that arrive at once: each may hold all of its bytes in memory. */
const MOST_ARRIVING = 256;

/** The fields of a posted form, as text. */
export interface FormFields {
  /** The value without characters that no line of the protocol can hold; "" when it was not sent. */
  text(name: string): string;
  /** The value as it was sent: a password must not be changed. */
  exact(name: string): string;
}

/** Reads posted forms, so many at once and none for longer than it takes to arrive. */
export class FormReader {
  readonly #timers: Timers;
  #arriving = 0;

  constructor(timers: Timers = realTimers) {
    this.#timers = timers;
  }

  /**
   * @throws ChungError `line_too_long`; HttpError 400 for what is not a form or was cut off, 408 for what takes too
   * long to arrive, 429 when too many arrive at once
   */
  async read(request: Request): Promise<FormFields> {
    const body = await this.#readBody(request);
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
    // Browsers post CR LF for a new line; other control characters come along when text is pasted.
    const text = (name: string) =>
      exact(name).replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").toWellFormed();
    return { text, exact };
  }

  /** All of a body that is not too large; what is, or is too slow, is not read to its end. */
  async #readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
    if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLong();
    if (this.#arriving >= MOST_ARRIVING) throw new HttpError(429, "too many forms at once");
    const reader = request.body?.getReader();
    let late = false;
    const timer = this.#timers.set(() => {
      late = true;
      reader?.cancel().catch(() => {});
    }, ARRIVES_MS);
    this.#arriving++;
    try {
      const body = await readPieces(reader);
      if (!late) return body;
    } finally {
      this.#arriving--;
      this.#timers.clear(timer);
    }
    throw new HttpError(408, "the form took too long to arrive");
  }
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(new ArrayBuffer(0, { maxByteLength: MAX_BYTES }));
  for (;;) {
    // A browser that is gone in the middle of its form is no bug of ours.
    const piece = await reader?.read().catch((cause) => {
      throw new HttpError(400, "the form was cut off", { cause });
    });
    if (piece === undefined || piece.done) return body.slice();
    const { length } = body;
    if (length + piece.value.length > MAX_BYTES) {
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

/** The form's tag where it is one of the protocol, so that a form posted twice is done once. */
export function formTag(fields: FormFields): string | undefined {
  const tag = fields.exact("tag");
  return /^[A-Za-z0-9._-]{1,64}$/.test(tag) ? tag : undefined;
}

/**
 * The protocol's tag for this content of the form with this tag: posted twice it is done once, but a page that
 * the person goes back to still has the old form's tag, and something else is written into it.
 */
export function contentTag(tag: string | undefined, content: string): string | undefined {
  return tag && createHash("sha256").update(`${tag}\0${content}`).digest("hex");
}

/** Whether script sent the form, and not the browser itself. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}
