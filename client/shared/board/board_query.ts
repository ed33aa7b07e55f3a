/** The days by which a board can be filtered. */
export const DUE_FILTERS = ["late", "today", "week", "none"] as const;

export type DueFilter = typeof DUE_FILTERS[number];

/** The tasks that a board shows; empty texts for all. */
export interface BoardFilter {
  /** A username, or `-` for tasks that are assigned to nobody. */
  assignee: string;
  due: DueFilter | "";
  /** Words that the title or the notes have. */
  words: string;
}

/** Characters of the longest words that are kept. */
const LONGEST_WORDS = 200;

/** Reads a board's filter from an address; leaves out what it doesn't know. */
export function boardFilter(query: URLSearchParams): BoardFilter {
  const assignee = query.get("assignee") ?? "";
  const due = query.get("due") ?? "";
  return {
    assignee: /^[A-Za-z0-9._-]{1,255}$/.test(assignee) ? assignee : "",
    due: (DUE_FILTERS as readonly string[]).includes(due) ? due as DueFilter : "",
    words: (query.get("q") ?? "").trim().slice(0, LONGEST_WORDS),
  };
}

/** The query of a board's filter, without `?`; "" for none. */
export function filterQuery({ assignee, due, words }: BoardFilter): string {
  const query = Object.entries({ assignee, due, q: words }).filter(([, value]) => value !== "");
  return String(new URLSearchParams(query));
}

/**
 * The URL of a project's board.
 * @param filter as `filterQuery` gives it, which comes from a form and is read again
 * @param task the task whose card is open
 */
export function boardPath(projectId: number, filter = "", task: number | null = null): string {
  const query = new URLSearchParams(filterQuery(boardFilter(new URLSearchParams(filter))));
  if (task !== null) query.set("task", String(task));
  const text = String(query);
  return `/projects/${projectId}/board${text && `?${text}`}`;
}
