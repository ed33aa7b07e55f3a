import { OptionError } from "../../cli/options.ts";
import { defineCommand } from "../command_line.ts";
import { grepLog } from "./log_grep.ts";
import { LOG_TEXT } from "./log_help.ts";
import { LOG_OPTIONS, readDay } from "./log_options.ts";
import { logStats } from "./log_stats.ts";
import { tailLog } from "./log_tail.ts";
import { verifyCommand } from "./log_verify.ts";

/** Reads and verifies the audit log: docs/OPERATING.md, "The audit log". */
export const logCommand = defineCommand({
  name: "log",
  summary: {
    en: "the audit log: search it, follow it, count it, show that it is unchanged",
    vi: "nhật ký: tìm, theo dõi, thống kê, kiểm chứng rằng không bị sửa",
  },
  text: LOG_TEXT,
  table: LOG_OPTIONS,
  async run({ options, words: [what, ...words] }) {
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
});
