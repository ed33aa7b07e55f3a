/** Formats an entry of the operator's log, with the stack, for a request that failed because of a bug. */
export function failureLine({ method, url }: Request, error: unknown): string {
  const why = error instanceof Error ? error.stack : String(error);
  return `${method} ${URL.parse(url)?.pathname ?? url} failed: ${why}`;
}
