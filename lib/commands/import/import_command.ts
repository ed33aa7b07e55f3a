import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { type Command, DONE, type ExitCode } from "../command.ts";
import { readCommandLine } from "../command_line.ts";
import { IMPORT_OPTIONS, IMPORT_TEXT } from "./import_help.ts";

export const importCommand: Command = {
  name: "import",
  summary: {
    en: "make a data folder of an export",
    vi: "tạo thư mục dữ liệu từ một tệp đã xuất",
  },
  async run(args, environment): Promise<ExitCode> {
    const line = {
      text: IMPORT_TEXT,
      table: IMPORT_OPTIONS,
      word: "FILE, or - for standard input",
    };
    const read = readCommandLine(line, args, environment);
    if (read === null) return DONE;
    await importFrom(read.word, read.options.data);
    return DONE;
  },
};

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
