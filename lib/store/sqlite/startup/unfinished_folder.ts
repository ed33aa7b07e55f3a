import { join } from "node:path";
import { fileExists } from "../../../files/file_exists.ts";

/** The folder, inside of a data folder, in which `chung-server restore` and `import` make what goes into it. */
export const UNFINISHED = "chung.unfinished";

/** @throws {Error} if a data folder was not filled to the end: a server would begin an empty one beside it */
export function assertFinished(folder: string): void {
  const left = join(folder, UNFINISHED);
  if (!fileExists(left)) return;
  throw new Error(
    `${folder} was not filled to the end: run chung-server restore or import again, or remove ${left}`,
  );
}
