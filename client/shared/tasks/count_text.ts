import type { TaskCount } from "./task_count.ts";

/** The text on which it depends what is shown of a count on the day of `now`. */
export function countText({ open, due }: TaskCount, now: Date): string {
  return String([open, due, now.toDateString()]);
}
