import { createHash } from "node:crypto";
import { HttpError } from "fresh";
import { ChungError } from "../lib/errors.ts";

/** More than any of our forms can hold: 16,000 characters of 4 bytes, each written as `%XX`. */
const MAX_BYTES = 512 * 1024;

/** The fields of a posted form, as text. */
export interface FormFields {
  /** The value without characters that no line of the protocol can hold; "" when it was not sent. */
  text(name: string): string;
  /** The value as it was sent: a password must not be changed. */
  exact(name: string): string;
}

/** @throws ChungError `line_too_long`; HttpError 400 for what is not a form */
export async function readForm(request: Request): Promise<FormFields> {
  const body = await readBody(request);
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

/** All of a body that is not too large; what is, is not read to its end. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () =>
    new ChungError("line_too_long", "the form holds too much: send it in parts");
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLong();
  const body = new Uint8Array(new ArrayBuffer(0, { maxByteLength: MAX_BYTES }));
  for await (const piece of request.body ?? []) {
    const length = body.length;
    if (length + piece.length > MAX_BYTES) throw tooLong();
    body.buffer.resize(length + piece.length);
    body.set(piece, length);
  }
  return body.slice();
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
