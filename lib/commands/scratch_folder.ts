import { onStopSignal } from "../cli/program.ts";

/**
 * Runs `work` with an empty folder that only this account can enter, and removes it afterwards: also when the command is
 * interrupted, for it may hold a copy of everything.
 * @param parent the folder to make it in; the system's folder for temporary files if undefined
 */
export async function withScratchFolder<T>(
  parent: string | undefined,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ dir: parent, prefix: ".chung-scratch-" });
  const remove = () => Deno.removeSync(folder, { recursive: true });
  const stop = () => {
    remove();
    Deno.exit(1);
  };
  onStopSignal(stop, stop);
  try {
    return await work(folder);
  } finally {
    remove();
  }
}
