/** Seconds after which a browser may ask again. */
const PAUSE_SECONDS = 5;

/** Adds Retry-After to a response that says the server is away or busy, 503. */
export function withRetryAfter(response: Response): Response {
  if (response.status !== 503 || response.headers.has("retry-after")) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(PAUSE_SECONDS));
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
