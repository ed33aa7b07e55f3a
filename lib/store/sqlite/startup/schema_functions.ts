import type { DatabaseSync } from "node:sqlite";
import { nameKey } from "../../../model/accounts/name_key.ts";
import { storedSecret } from "../../../model/accounts/stored_secret.ts";

/** Gives a connection the functions that migrations use: `sha256(text)` and `name_key(text)`. */
export function addSchemaFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  database.function("sha256", options, (text: unknown) => storedSecret(String(text)));
  database.function("name_key", options, (text: unknown) => nameKey(String(text)));
}
