/** Returns the raw values of all cookies named `name` in a request; a browser may send several. */
export function cookieValues(request: Request, name: string): string[] {
  const values: string[] = [];
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) {
      values.push(pair.slice(equals + 1).trim());
    }
  }
  return values;
}
