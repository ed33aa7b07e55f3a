import type { Counts } from "./export_lines.ts";

/** Says in a few words how much an export has. */
export function describeCounts(counts: Counts): string {
  return ["user", "project", "message", "task"].map((kind) => `${counts[kind] ?? 0} ${kind}s`)
    .join(", ");
}
