/** The JSON reply of the client's routes to a form posted by script. */
export type FormAnswer<Success> = Success | { error: { code: string; text: string } };

interface ErrorTexts {
  error_unreachable: string;
  error_internal: string;
}

const TIMEOUT_MS = 30_000;

/** Posts a form as a browser would, but asks for JSON. When there is no reply, the error code is `unreachable`. */
export function postForm<Success extends object>(
  action: string,
  fields: Record<string, string>,
  texts: ErrorTexts,
): Promise<FormAnswer<Success>> {
  const body = new URLSearchParams(fields);
  // keepalive lets the request finish when the page is left; browsers limit such requests to 64 KiB in total.
  const keepalive = body.toString().length < 30_000;
  return getJson(action, texts, { method: "POST", body, keepalive });
}

/** Fetches JSON; errors are as for `postForm`. */
export async function getJson<Success extends object>(
  url: string,
  texts: ErrorTexts,
  init?: RequestInit,
): Promise<FormAnswer<Success>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
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
