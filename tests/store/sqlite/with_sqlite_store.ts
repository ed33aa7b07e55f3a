import {
  openSqliteStore,
  type SqliteStoreOptions,
} from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../../lib/store/store.ts";

/** Opens a store for a test, and closes it. */
export async function withSqliteStore(
  options: SqliteStoreOptions,
  use: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openSqliteStore(options);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}
