import { entriesForwards } from "../../audit/reading/entries_forwards.ts";
import { EntryFilter } from "../../audit/reading/entry_filter.ts";
import { listDays } from "../../audit/reading/log_files.ts";
import { OptionError } from "../../cli/options.ts";
import { DONE, type ExitCode, FAILED } from "../command.ts";
import { chosenFiles, type LogOptions, readDay } from "./log_options.ts";
import { LogOutput } from "./log_output.ts";

/** Prints the entries with a text, oldest first. */
export async function grepLog(words: readonly string[], options: LogOptions): Promise<ExitCode> {
  if (words.length === 0 && options.user === "") {
    throw new OptionError("grep needs a text, or --user; --help tells more");
  }
  const only = readDay(options.day);
  const filter = new EntryFilter({ text: words.join(" "), user: options.user });
  const output = new LogOutput(options.json);
  let found = false;
  for (const { day, actions } of (await listDays(options.log)).reverse()) {
    if (only !== null && day !== only) continue;
    const files = chosenFiles(actions, options);
    for await (const entry of entriesForwards(options.log, day, files, filter)) {
      found = true;
      output.entry(entry);
    }
  }
  output.flush();
  return found ? DONE : FAILED;
}
