import type { TaskCount } from "./task_count.ts";

/** What is shown of a count on the day of `now` depends on this text. */
export function countText({ open, due }: TaskCount, now: Date): string {
  return String([open, due, now.toDateString()]);
}
