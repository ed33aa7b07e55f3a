import type { Limits } from "../model/limits.ts";
import type { ServerOptions } from "./options/server_options.ts";

/** Extracts the limits from the options. */
export function limitsFrom(options: ServerOptions): Limits {
  return {
    maxLine: options["max-line"],
    maxUsername: options["max-username"],
    maxName: options["max-name"],
    minPassword: options["min-password"],
    maxPassword: options["max-password"],
    maxProjectName: options["max-project-name"],
    maxProjects: options["max-projects"],
    maxTitle: options["max-title"],
    maxNotes: options["max-notes"],
    maxMessage: options["max-message"],
    tokenSeconds: options["token-seconds"],
    maxConnections: options["max-connections"],
    maxFailedLogins: options["max-failed-logins"],
    loginWaitSeconds: options["login-wait-seconds"],
    maxLoginWaitSeconds: options["max-login-wait-seconds"],
    maxConnectionsPerAddress: options["max-connections-per-address"],
    maxConnectionsPerAccount: options["max-connections-per-account"],
    maxNewConnections: options["max-new-connections"],
    idleSeconds: options["idle-seconds"],
    lineSeconds: options["line-seconds"],
    maxOutput: options["max-output"],
  };
}
