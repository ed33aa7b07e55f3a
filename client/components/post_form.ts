/** The JSON reply of the client's routes to a form posted by script. */
export type FormAnswer<Success> = Success | { error: { code: string; text: string } };

interface ErrorTexts {
  error_unreachable: string;
  error_unknown_outcome: string;
}

const TIMEOUT_MS = 30_000;

/**
 * Posts a form as a browser would, but asks for JSON. Without a reply of ours, the error code is `unreachable`.
 * @param key names the part by which a reply of ours is told from one of something in between, such as a proxy
 */
export function postForm<Success extends object>(
  action: string,
  fields: Record<string, string>,
  texts: ErrorTexts,
  key: keyof Success,
): Promise<FormAnswer<Success>> {
  const body = new URLSearchParams(fields);
  // keepalive lets the request finish when the page is left; browsers limit such requests to 64 KiB in total.
  const keepalive = body.toString().length < 30_000;
  return fetchJson(action, texts.error_unknown_outcome, key, { method: "POST", body, keepalive });
}

/** Fetches JSON; errors and `key` are as for `postForm`. */
export function getJson<Success extends object>(
  url: string,
  texts: ErrorTexts,
  key: keyof Success,
): Promise<FormAnswer<Success>> {
  return fetchJson(url, texts.error_unreachable, key);
}

async function fetchJson<Success extends object>(
  url: string,
  unreachable: string,
  key: keyof Success,
  init?: RequestInit,
): Promise<FormAnswer<Success>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const headers = { accept: "application/json" };
    const response = await fetch(url, { headers, signal: stop.signal, ...init });
    const reply = await response.json();
    const { code, text } = reply.error ?? {};
    // No part that is asked for is a string, but others like to send `{"message":"…"}`.
    const ours = response.ok
      ? !["undefined", "string"].includes(typeof reply[key])
      : typeof code === "string" && typeof text === "string";
    if (ours) return reply;
  } catch {
    // The network failed, or the body is no JSON.
  } finally {
    clearTimeout(timer);
  }
  return { error: { code: "unreachable", text: unreachable } };
}
