import { systemLanguage } from "../../cli/locale.ts";
import { OptionError, parseCommandLine } from "../../cli/options.ts";
import { print } from "../../cli/program.ts";
import { VERSION } from "../../cli/version.ts";
import { type Command, DONE } from "../command.ts";
import { grepLog } from "./log_grep.ts";
import { logHelp } from "./log_help.ts";
import { LOG_OPTIONS, readDay } from "./log_options.ts";
import { logStats } from "./log_stats.ts";
import { tailLog } from "./log_tail.ts";
import { verifyCommand } from "./log_verify.ts";

/** Reads and verifies the audit log: docs/OPERATING.md, "The audit log". */
export const logCommand: Command = {
  name: "log",
  summary: {
    en: "the audit log: search it, follow it, count it, show that it is unchanged",
    vi: "nhật ký: tìm, theo dõi, thống kê, kiểm chứng rằng không bị sửa",
  },
  async run(args, environment) {
    const parsed = parseCommandLine(LOG_OPTIONS, args, environment);
    if (parsed === "help" || parsed === "version") {
      print(parsed === "help" ? logHelp(systemLanguage()) : `chung-server ${VERSION}`);
      return DONE;
    }
    const { options, words: [what, ...words] } = parsed;
    if (what !== "grep" && words.length > (what === "verify" ? 1 : 0)) {
      throw new OptionError(`${what} doesn't take ${JSON.stringify(words.at(-1))}`);
    }
    readDay(options.day);
    switch (what) {
      case "grep":
        return await grepLog(words, options);
      case "tail":
        return await tailLog(options);
      case "stats":
        return await logStats(options);
      case "verify":
        return await verifyCommand(words, options);
      default:
        throw new OptionError("say grep, tail, stats or verify; --help tells more");
    }
  },
};
