import { resolve } from "node:path";
import type { ServerOptions } from "../../server/options/server_options.ts";
import { checkData } from "./check_database.ts";
import { checkFolder, checkLogGrowth, checkSpace } from "./check_folders.ts";
import { checkCertificate, checkPort, checkReach } from "./check_network.ts";
import { checkLocale, checkOpenFiles } from "./check_system.ts";
import type { Finding } from "./finding.ts";

/**
 * Makes every check that these options call for. Creates and changes nothing.
 * @param now in Unix milliseconds
 */
export function examine(
  options: ServerOptions,
  now: number,
  environment: (name: string) => string | undefined,
): Finding[] {
  const { data, log } = options;
  const { findings, inUse } = checkData(data, now);
  return [
    ...checkFolder("data", data),
    ...checkFolder("log", log),
    ...checkSpace(data),
    ...(resolve(log) === resolve(data) ? [] : checkSpace(log)),
    ...checkLogGrowth(log),
    ...findings,
    ...checkPort(options, inUse),
    ...checkReach(options),
    ...checkCertificate(options, now),
    ...checkOpenFiles(options["max-connections"]),
    ...checkLocale(environment),
  ];
}
