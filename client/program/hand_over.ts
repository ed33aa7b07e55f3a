import type { ClientSettings } from "../session/client_settings.ts";
import type { LoginTable } from "../session/login_table.ts";
import type { SessionStore } from "../session/session_store.ts";

/** The objects that the program makes and the app is made from. */
export interface AppParts {
  settings: ClientSettings;
  sessions: SessionStore;
  logins: LoginTable;
}

/**
 * The one module variable through which the program passes something to the app: Fresh's build imports the app by
 * name, so nothing can be passed to it as an argument.
 * The program leaves the app's parts here before it imports the build.
 */
let parts: AppParts | null = null;

export function handOver(made: AppParts): void {
  parts = made;
}

/** Null where the app is not started by our programs. */
export function handedOver(): AppParts | null {
  return parts;
}
