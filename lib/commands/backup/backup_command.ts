import { dirname, join } from "node:path";
import type { Options } from "../../cli/options.ts";
import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { systemClock } from "../../clock.ts";
import { DONE } from "../command.ts";
import { defineCommand, oneWord } from "../command_line.ts";
import { assertNew, publish } from "../new_file.ts";
import { withScratchFolder } from "../scratch_folder.ts";
import { BACKUP_OPTIONS, BACKUP_TEXT } from "./backup_help.ts";

const STAGES = {
  copying: "copying the database",
  packing: "packing the copy",
  checking: "restoring and checking it",
};

export const backupCommand = defineCommand({
  name: "backup",
  summary: {
    en: "copy a whole workplace into one file, and prove the copy",
    vi: "sao chép toàn bộ nơi làm việc vào một tệp và kiểm tra bản sao",
  },
  text: BACKUP_TEXT,
  table: BACKUP_OPTIONS,
  async run({ options, words }) {
    await backUp(oneWord(words, "FILE, or - for standard output"), options);
    return DONE;
  },
});

async function backUp(
  file: string,
  { data, "encrypt-to": recipient, scratch }: Options<typeof BACKUP_OPTIONS>,
): Promise<void> {
  // Loaded for this command alone, so that the server starts without them.
  const { prepareBackup } = await import("../../backup/prepare_backup.ts");
  const { describeBackup } = await import("../../backup/describe_backup.ts");
  const { assertSource } = await import("../../store/sqlite/backup/copy_database.ts");
  if (recipient !== "") {
    const { assertRecipient } = await import("../../backup/age.ts");
    assertRecipient(recipient);
  }
  const { yieldToOtherThreads } = await import("../../threads/yield_to_other_threads.ts");
  // The server's people come first.
  yieldToOtherThreads();
  assertNew(file);
  assertSource(join(data, "chung.db"));
  const progress = new Progress();
  const parent = scratch || (file === "-" ? undefined : dirname(file));
  await withScratchFolder(parent, async (folder) => {
    const request = { data, scratch: folder, recipient: recipient || null };
    const { path, manifest, bytes, sha256 } = await prepareBackup(
      { ...request, madeAt: systemClock.wall() },
      (stage, part) => progress.show(STAGES[stage], part),
    ).finally(() => progress.end());
    const told = `${describeBackup(manifest)}; ${bytes} bytes, SHA-256 ${sha256}`;
    if (file === "-") {
      await (await Deno.open(path)).readable.pipeTo(Deno.stdout.writable);
      report(`done and checked: ${told}`);
    } else {
      await publish(path, file);
      print(`${file} is done and checked: ${told}`);
    }
  });
}
