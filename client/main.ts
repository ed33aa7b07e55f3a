import { systemLanguage } from "../lib/cli/locale.ts";
import { print, readOptions } from "../lib/cli/program.ts";
import { VERSION } from "../lib/cli/version.ts";
import { clientHelp } from "./program/client_help.ts";
import { parseClientOptions } from "./program/client_options.ts";
import { BUILT_PAGES } from "./built_pages.ts";
import { ownSettingsFolder, runClient } from "./program/run_client.ts";

if (import.meta.main) {
  const options = readOptions("chung", parseClientOptions);
  if (options === "help") print(clientHelp(systemLanguage(), ownSettingsFolder()));
  else if (options === "version") print(`chung ${VERSION}`);
  else await runClient(options, BUILT_PAGES);
}
