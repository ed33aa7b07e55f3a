import type { Manifest } from "./manifest.ts";

/** The tables that a person counts, by what they call them. */
const COUNTED = { users: "users", projects: "projects", chats: "messages", tasks: "tasks" };

/** Says in a few words how much a backup holds. */
export function describeBackup({ tables, parts }: Manifest): string {
  const counts = Object.entries(COUNTED).filter(([table]) => table in tables)
    .map(([table, name]) => `${tables[table].rows} ${name}`);
  if (parts.length > 1) counts.push(`${parts.length - 1} files`);
  return counts.join(", ");
}
