export { Commit } from "./commit.ts";
export type * from "./store.ts";
export { openSqliteStore, type SqliteStoreOptions } from "./sqlite/open.ts";
