import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_TASKS } from "../model/limits.ts";

/** The size of a page of tasks. */
export const TASK_PAGE = { limit: PAGE_TASKS, bytes: PAGE_BYTES };

/** Refuses a page that goes on from no place in its list. */
export function noSuchPage(usage: string): ChungError {
  return new ChungError("bad_request", `next is what the page before told; usage: ${usage}`);
}
