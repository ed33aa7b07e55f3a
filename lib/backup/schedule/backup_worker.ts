/// <reference lib="deno.worker" />
// Makes backups beside the server's own thread, which must not wait for them.
import { dirname } from "node:path";
import { syncFolder } from "../../files/sync_folder.ts";
import { yieldToOtherThreads } from "../../threads/yield_to_other_threads.ts";
import { type BackupRequest, prepareBackup } from "../prepare_backup.ts";
import { BackupFlags } from "./backup_flags.ts";

/** A backup to make; `target` is its name once it is checked. */
export type ToBackup = BackupRequest & { target: string; shared: SharedArrayBuffer };

/** The answer: null when it is done, else why not. */
export type FromBackup = string | null;

yieldToOtherThreads();

async function make({ target, shared, ...request }: ToBackup): Promise<void> {
  const flags = new BackupFlags(shared);
  const { path } = await prepareBackup(request, (stage) => {
    flags.reading = stage === "copying";
    if (flags.stopped) throw new Error("it was stopped");
  });
  await Deno.rename(path, target);
  syncFolder(dirname(target));
}

self.onmessage = async ({ data }: MessageEvent<ToBackup>) => {
  let answer: FromBackup = null;
  try {
    await make(data);
  } catch (error) {
    answer = error instanceof Error ? error.message : String(error);
  }
  self.postMessage(answer);
};
