import type { Options } from "../../cli/options.ts";
import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { DONE } from "../command.ts";
import { defineCommand, oneWord } from "../command_line.ts";
import { RESTORE_OPTIONS, RESTORE_TEXT } from "./restore_help.ts";

export const restoreCommand = defineCommand({
  name: "restore",
  summary: {
    en: "make a data folder of a backup",
    vi: "tạo thư mục dữ liệu từ một bản sao lưu",
  },
  text: RESTORE_TEXT,
  table: RESTORE_OPTIONS,
  async run({ options, words }) {
    await restore(oneWord(words, "FILE, or - for standard input"), options);
    return DONE;
  },
});

async function restore(
  file: string,
  { data, identity }: Options<typeof RESTORE_OPTIONS>,
): Promise<void> {
  // Loaded for this command alone, so that the server starts without them.
  const { restoreBackup } = await import("../../backup/restore_backup.ts");
  const { describeBackup } = await import("../../backup/describe_backup.ts");
  const identities = identity === "" ? null : await Deno.readTextFile(identity);
  const progress = new Progress();
  const size = file === "-" ? null : (await Deno.stat(file)).size;
  const source = file === "-" ? Deno.stdin.readable : (await Deno.open(file)).readable;
  let bytes = 0;
  const written = source.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        bytes += chunk.length;
        progress.show("unpacking the backup", size === null ? null : bytes / size);
        controller.enqueue(chunk);
      },
    }),
  );
  try {
    const manifest = await restoreBackup(
      { written, identities, data },
      () => progress.show("checking it"),
    );
    progress.end();
    const made = new Date(manifest.madeAt).toISOString();
    print(`${data} is restored from ${file}: ${describeBackup(manifest)}, as of ${made}`);
    report(
      "next: give the folder to the account of the server if that isn't yours, and start\n" +
        `  chung-server --data ${data}\n` +
        "everybody has to log in again: the secret that signs tokens is in no backup",
    );
  } catch (error) {
    progress.end();
    throw error;
  }
}
