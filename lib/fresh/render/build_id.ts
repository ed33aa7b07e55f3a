/** Defined by esbuild in the browser's bundle. */
declare const FRESH_BUILD_ID: string | undefined;

let current = typeof FRESH_BUILD_ID === "string" ? FRESH_BUILD_ID : "development";

/** Returns the id of the served build or, in the browser, of the script's build. */
export function buildId(): string {
  return current;
}

export function setBuildId(id: string): void {
  current = id;
}
