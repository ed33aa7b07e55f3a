import { systemLanguage } from "../lib/locale.ts";
import { print, readOptions } from "../lib/program.ts";
import { VERSION } from "../lib/version.ts";
import { clientHelp } from "./help.ts";
import { parseClientOptions } from "./options.ts";
import { ownSettings, runClient } from "./run_client.ts";

if (import.meta.main) {
  const options = readOptions("chung", parseClientOptions);
  if (options === "help") print(clientHelp(systemLanguage(), ownSettings()?.path ?? null));
  else if (options === "version") print(`chung ${VERSION}`);
  else await runClient(options);
}
