import { join } from "node:path";

/** Where the running server of a data folder takes the operator's requests: a port of loopback, and the key to it. */
export interface ControlPlace {
  port: number;
  /** A secret: whoever can read the data folder is the operator. */
  key: string;
}

export function controlPath(folder: string): string {
  return join(folder, "control.json");
}

/** Writes the file in one step; only the server's account may read it. */
export function writeControlFile(folder: string, place: ControlPlace): void {
  const path = controlPath(folder);
  const draft = `${path}.new`;
  try {
    Deno.removeSync(draft);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  Deno.writeTextFileSync(draft, JSON.stringify(place), { createNew: true, mode: 0o600 });
  Deno.renameSync(draft, path);
}

/** Returns null where there is none, or it can't be understood: a killed server leaves its own. */
export function readControlFile(folder: string): ControlPlace | null {
  try {
    const { port, key } = JSON.parse(Deno.readTextFileSync(controlPath(folder)));
    return Number.isInteger(port) && typeof key === "string" ? { port, key } : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof SyntaxError) return null;
    throw error;
  }
}
