import { HttpError } from "fresh";

/** More than any of our forms can hold: 16,000 characters of 4 bytes, each written as `%XX`. */
const MAX_BYTES = 512 * 1024;

/** The fields of a posted form, as text. */
export interface FormFields {
  /** The value without characters that no line of the protocol can hold; "" when it was not sent. */
  text(name: string): string;
  /** The value as it was sent: a password must not be changed. */
  exact(name: string): string;
}

/** @throws HttpError 413 for too much, 400 for what is not a form */
export async function readForm(request: Request): Promise<FormFields> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw new HttpError(413);
  let data: FormData;
  try {
    data = await request.formData();
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

/** The form's tag where it is one of the protocol, so that a form posted twice is done once. */
export function formTag(fields: FormFields): string | undefined {
  const tag = fields.exact("tag");
  return /^[A-Za-z0-9._-]{1,64}$/.test(tag) ? tag : undefined;
}

/** Whether script sent the form, and not the browser itself. */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept")?.includes("application/json") ?? false;
}
