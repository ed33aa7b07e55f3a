/** One entry of the operator's log for a request that failed by a bug, with its stack. */
export function failureLine({ method, url }: Request, error: unknown): string {
  const why = error instanceof Error ? error.stack : String(error);
  return `${method} ${URL.parse(url)?.pathname ?? url} failed: ${why}`;
}
