/** An answer of the client's own routes to a form that was posted by script. */
export type FormAnswer<Success> = Success | { error: { code: string; text: string } };

const WAIT_MS = 30_000;

/** Posts a form as a browser would, and asks for JSON. Without any answer the code is `unreachable`. */
export async function postForm<Success extends object>(
  action: string,
  fields: Record<string, string>,
  texts: { error_unreachable: string; error_internal: string },
): Promise<FormAnswer<Success>> {
  const body = new URLSearchParams(fields);
  let response: Response;
  try {
    response = await fetch(action, {
      method: "POST",
      headers: { accept: "application/json" },
      body,
      // So that it arrives when the page is left at once; browsers refuse that for more than 64 KiB.
      keepalive: body.toString().length < 60_000,
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch {
    return { error: { code: "unreachable", text: texts.error_unreachable } };
  }
  try {
    return await response.json();
  } catch {
    return { error: { code: "internal", text: texts.error_internal } };
  }
}
