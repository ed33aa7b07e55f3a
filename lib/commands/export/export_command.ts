import { dirname, join } from "node:path";
import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { systemClock } from "../../clock.ts";
import { writeAllSync } from "../../files/write_all.ts";
import { DONE } from "../command.ts";
import { defineCommand, oneWord } from "../command_line.ts";
import { assertNew, publish } from "../new_file.ts";
import { withScratchFolder } from "../scratch_folder.ts";
import { EXPORT_OPTIONS, EXPORT_TEXT } from "./export_help.ts";

export const exportCommand = defineCommand({
  name: "export",
  summary: {
    en: "write a whole workplace as JSON Lines, for other programs",
    vi: "xuất toàn bộ nơi làm việc ra JSON Lines, cho các chương trình khác",
  },
  text: EXPORT_TEXT,
  table: EXPORT_OPTIONS,
  async run({ options, words }) {
    const { data, "without-passwords": withoutPasswords } = options;
    await exportTo(
      oneWord(words, "FILE, or - for standard output"),
      join(data, "chung.db"),
      !withoutPasswords,
    );
    return DONE;
  },
});

async function exportTo(file: string, database: string, withPasswords: boolean): Promise<void> {
  // Loaded for this command alone, so that the server starts without them.
  const { exportWorkplace } = await import("../../backup/transfer/export_lines.ts");
  const { describeCounts } = await import("../../backup/transfer/describe_counts.ts");
  const { assertSource } = await import("../../store/sqlite/backup/copy_database.ts");
  assertNew(file);
  assertSource(database);
  const progress = new Progress();
  const request = { database, withPasswords, at: systemClock.wall() };
  const writeTo = (target: { writeSync(bytes: Uint8Array): number }) => {
    try {
      return exportWorkplace(
        request,
        (bytes) => writeAllSync(target, bytes),
        (count) => progress.count("exporting", count),
      );
    } finally {
      progress.end();
    }
  };
  if (file === "-") {
    report(`exported: ${describeCounts(writeTo(Deno.stdout))}`);
    return;
  }
  await withScratchFolder(dirname(file), async (folder) => {
    const path = join(folder, "export");
    using target = Deno.openSync(path, { write: true, createNew: true, mode: 0o600 });
    const counts = writeTo(target);
    target.syncSync();
    await publish(path, file);
    print(`${file} has all: ${describeCounts(counts)}`);
  });
}
