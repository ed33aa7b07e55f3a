import { dirname } from "node:path";
import { OptionError } from "../cli/options.ts";
import { fileExists } from "../files/file_exists.ts";
import { syncFolder } from "../files/sync_folder.ts";

/**
 * Asserts that a command can write its result to FILE, or to standard output for `-`.
 * @throws {Error} if FILE exists, or standard output is a terminal
 */
export function assertNew(file: string): void {
  if (file !== "-" && fileExists(file)) {
    throw new Error(`${file} exists already: choose another name, or remove it`);
  }
  if (file === "-" && Deno.stdout.isTerminal()) {
    throw new OptionError("standard output is a terminal: send it to a file or a program");
  }
}

/** Gives a finished file, which is on the disk, its name, durably. */
export async function publish(path: string, file: string): Promise<void> {
  assertNew(file);
  try {
    await Deno.rename(path, file);
  } catch (error) {
    if ((error as { code?: string }).code !== "EXDEV") throw error;
    await copyBeside(path, file);
  }
  syncFolder(dirname(file));
}

/** For a file on another disk. */
async function copyBeside(path: string, file: string): Promise<void> {
  const beside = `${file}.partial`;
  try {
    const target = await Deno.open(beside, { write: true, createNew: true, mode: 0o600 });
    try {
      const source = await Deno.open(path);
      await source.readable.pipeTo(target.writable, { preventClose: true });
      await target.sync();
    } finally {
      target.close();
    }
    await Deno.rename(beside, file);
  } catch (error) {
    await Deno.remove(beside).catch(() => {});
    throw error;
  }
}
