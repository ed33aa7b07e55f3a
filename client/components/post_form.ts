/** An answer of the client's own routes to a form that was posted by script. */
export type FormAnswer<Success> = Success | { error: { code: string; text: string } };

interface ErrorTexts {
  error_unreachable: string;
  error_internal: string;
}

const WAIT_MS = 30_000;

/** Posts a form as a browser would, and asks for JSON. Without any answer the code is `unreachable`. */
export function postForm<Success extends object>(
  action: string,
  fields: Record<string, string>,
  texts: ErrorTexts,
): Promise<FormAnswer<Success>> {
  const body = new URLSearchParams(fields);
  // So that it arrives when the page is left at once; browsers refuse that for more than 64 KiB on their way.
  const keepalive = body.toString().length < 30_000;
  return getJson(action, texts, { method: "POST", body, keepalive });
}

/** Asks for JSON; answers as `postForm` does. */
export async function getJson<Success extends object>(
  url: string,
  texts: ErrorTexts,
  init?: RequestInit,
): Promise<FormAnswer<Success>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), WAIT_MS);
  let response: Response | undefined;
  try {
    const headers = { accept: "application/json" };
    response = await fetch(url, { headers, signal: stop.signal, ...init });
    return await response.json();
  } catch {
    return response === undefined
      ? { error: { code: "unreachable", text: texts.error_unreachable } }
      : { error: { code: "internal", text: texts.error_internal } };
  } finally {
    clearTimeout(timer);
  }
}
