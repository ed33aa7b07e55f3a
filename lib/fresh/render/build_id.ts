/** In the browser's bundle the id is put in by esbuild. */
declare const FRESH_BUILD_ID: string | undefined;

let current = typeof FRESH_BUILD_ID === "string" ? FRESH_BUILD_ID : "development";

/** The build that is served, or that a script in the browser is of. */
export function buildId(): string {
  return current;
}

export function setBuildId(id: string): void {
  current = id;
}
