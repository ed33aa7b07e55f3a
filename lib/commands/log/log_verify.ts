import type { LogReport } from "../../audit/chain/verify_log.ts";
import { verifyLog } from "../../audit/chain/verify_log.ts";
import { systemLanguage } from "../../cli/locale.ts";
import { report } from "../../cli/program.ts";
import { seemsMissing } from "../../files/file_exists.ts";
import { readLogHeads } from "../../store/sqlite/reads/log_heads.ts";
import { DONE, type ExitCode, FAILED } from "../command.ts";
import { type LogOptions, readDay } from "./log_options.ts";
import { LogOutput } from "./log_output.ts";
import { describeReport, summary } from "./verify_texts.ts";

/** Compares the log with its chains, and those with the database; fails if a hand or the disk changed anything. */
export async function verifyCommand(words: string[], options: LogOptions): Promise<ExitCode> {
  const only = readDay(words[0] ?? options.day);
  const database = `${options.data}/chung.db`;
  if (!options["files-only"] && seemsMissing(database)) {
    throw new Error(
      `there is no database ${database}: choose its folder with --data, or verify with --files-only`,
    );
  }
  const known = options["files-only"] ? null : readLogHeads(database);
  const language = systemLanguage();
  const output = new LogOutput(options.json);
  const all: LogReport[] = [];
  const telling = Deno.stderr.isTerminal();
  for await (const each of verifyLog(options.log, known, only)) {
    all.push(each);
    if (telling) report(`${each.day} ${each.file ?? ""}`);
    if (options.json) output.line(JSON.stringify(each));
    else for (const line of describeReport(language, each)) output.line(line);
  }
  if (!options.json) output.line(summary(language, all, options["files-only"]));
  output.flush();
  if (all.length === 0 && only !== null) throw new Error(`there is no log of ${only}`);
  return all.some(({ findings }) => findings.length > 0) ? FAILED : DONE;
}
