import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { DONE } from "../command.ts";
import { defineCommand, oneWord } from "../command_line.ts";
import { IMPORT_OPTIONS, IMPORT_TEXT } from "./import_help.ts";

export const importCommand = defineCommand({
  name: "import",
  summary: {
    en: "make a data folder of an export",
    vi: "tạo thư mục dữ liệu từ một tệp đã xuất",
  },
  text: IMPORT_TEXT,
  table: IMPORT_OPTIONS,
  async run({ options, words }) {
    await importFrom(oneWord(words, "FILE, or - for standard input"), options.data);
    return DONE;
  },
});

async function importFrom(file: string, data: string): Promise<void> {
  // Loaded for this command alone, so that the server starts without them.
  const { importWorkplace } = await import("../../backup/transfer/import_lines.ts");
  const { describeCounts } = await import("../../backup/transfer/describe_counts.ts");
  const written = file === "-" ? Deno.stdin.readable : (await Deno.open(file)).readable;
  const progress = new Progress();
  const counts = await importWorkplace(
    written,
    data,
    (count) => progress.count("importing", count),
  ).finally(() => progress.end());
  print(`${data} has all of ${file}: ${describeCounts(counts)}`);
  report(
    "next: give the folder to the account of the server if that isn't yours, and start\n" +
      `  chung-server --data ${data}\n` +
      "everybody has to log in again; the search finds all once the server has indexed it",
  );
}
