import { systemLanguage } from "../../cli/locale.ts";
import { parseOptions } from "../../cli/options.ts";
import { print, report } from "../../cli/program.ts";
import { askServer } from "../../control/ask_server.ts";
import { operateOffline } from "../../server/operate_offline.ts";
import { SERVER_OPTIONS, type ServerOptions } from "../../server/options/server_options.ts";
import { DONE, FAILED } from "../command.ts";
import { defineCommand } from "../command_line.ts";
import { ADMIN_TEXT } from "./admin_help.ts";
import { ADMIN_OPTIONS } from "./admin_options.ts";
import { describeReply } from "./admin_output.ts";
import { adminRequest } from "./admin_requests.ts";

/** Runs accounts and invitations as the operator: docs/OPERATING.md, "Accounts". */
export const adminCommand = defineCommand({
  name: "admin",
  summary: {
    en: "accounts and invitations: make the first admin, reset a password, invite",
    vi: "tài khoản và lời mời: lập người quản trị đầu tiên, đặt lại mật khẩu, mời",
  },
  text: ADMIN_TEXT,
  table: ADMIN_OPTIONS,
  async run({ options, words, environment }) {
    const { line, password } = await adminRequest(words, {
      uses: options.uses,
      days: options.days,
      readPassword: options["password-stdin"] ? readStandardInput : null,
    });
    const places = { data: options.data, log: options.log };
    const response = await askServer(options.data, line) ??
      await operateOffline({ ...serverOptions(environment), ...places }, line, report);
    const [, outcome, action, rest] = /^(ok|err) (\S+) (.*)$/.exec(response)!;
    if (outcome === "err") {
      report(`chung-server admin: ${rest.replace(/^\S+ /, "")}`);
      return FAILED;
    }
    const reply = JSON.parse(rest);
    if (options.json) print(JSON.stringify(password === undefined ? reply : { password }));
    else print(describeReply(systemLanguage(), action, reply, password));
    return DONE;
  },
});

/** The limits that the environment sets for the server count here too. */
function serverOptions(environment: (name: string) => string | undefined): ServerOptions {
  return parseOptions(SERVER_OPTIONS, [], environment) as ServerOptions;
}

async function readStandardInput(): Promise<string> {
  const text = await new Response(Deno.stdin.readable).text();
  return text.replace(/\r?\n$/, "");
}
