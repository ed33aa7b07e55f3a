import { join } from "node:path";
import { systemLanguage } from "../../cli/locale.ts";
import { defaultsOf, OptionError } from "../../cli/options.ts";
import { print, report } from "../../cli/program.ts";
import { Progress } from "../../cli/progress.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";
import { startServer } from "../../server/start_server.ts";
import { DONE, FAILED } from "../command.ts";
import { defineCommand } from "../command_line.ts";
import { withScratchFolder } from "../scratch_folder.ts";
import { load, type LoadPlan, type LoadRecord } from "./load.ts";
import { isComplete, summarize, summaryText } from "./load_summary.ts";
import { LOADTEST_OPTIONS, LOADTEST_TEXT } from "./loadtest_help.ts";

/** bcrypt's lowest. */
const PASSWORD_COST = 4;
/** Connections of a scratch server beside those of the load. */
const SPARE_CONNECTIONS = 100;

export const loadtestCommand = defineCommand({
  name: "loadtest",
  summary: {
    en: "load a scratch server, and audit every acknowledgement",
    vi: "thử tải trên một máy chủ tạm, và đối chiếu mọi tin nhắn",
  },
  text: LOADTEST_TEXT,
  table: LOADTEST_OPTIONS,
  takesWords: false,
  async run({ options }) {
    if (options.connections < 2 * options.rooms) {
      throw new OptionError("--connections must be at least twice --rooms: somebody has to listen");
    }
    const record = await withScratchFolder(undefined, (folder) => loadScratch(folder, options));
    const summary = summarize(options, record);
    print(options.json ? JSON.stringify(summary) : summaryText(summary, systemLanguage()));
    return isComplete(summary) ? DONE : FAILED;
  },
});

async function loadScratch(folder: string, plan: LoadPlan): Promise<LoadRecord> {
  const server = await startServer({
    ...defaultsOf(SERVER_OPTIONS),
    port: 0,
    data: join(folder, "data"),
    log: join(folder, "log"),
    "bcrypt-cost": PASSWORD_COST,
    "max-connections": plan.connections + SPARE_CONNECTIONS,
  }, { report });
  const progress = new Progress();
  try {
    return await load(server.address.port, plan, progress);
  } finally {
    progress.end();
    await server.close();
  }
}
