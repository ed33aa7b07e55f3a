import type { ClientSettings } from "../session/client_settings.ts";
import type { SessionStore } from "../session/session_store.ts";

/** What the program makes and the app is made from. */
export interface AppParts {
  settings: ClientSettings;
  sessions: SessionStore;
}

/**
 * Fresh's build imports the app by name, so that nothing can be passed to it: this is the one place of the process
 * where the program leaves what the app needs, before it imports the build.
 */
let parts: AppParts | undefined;

export function handOver(made: AppParts): void {
  parts = made;
}

export function handedOver(): AppParts {
  if (parts === undefined) throw new Error("the app has no settings: start client/main.ts");
  return parts;
}
