/** The entries of the log that a page shows. Nothing is restricted by what is empty. */
export interface LogQuery {
  /** `30_10_2024`; the newest day if it is empty. */
  day: string;
  /** The word of a file: an action, `event`, `invalid` or `connection`. */
  action: string;
  /** A username. */
  person: string;
  text: string;
  /** The place before which the page begins. */
  before: string;
  /** Whether the entries are folded to their summaries. */
  brief: boolean;
}

/** The length of a field: longer than any name or word that the log has. */
const MOST_CHARACTERS = 200;
const MOST_OF_PLACE = 8_000;

/** Reads the query of a URL; whatever is no day, action, username or place is left out. */
export function logQuery(search: URLSearchParams): LogQuery {
  const word = (name: string, form: RegExp, most = MOST_CHARACTERS) => {
    const given = (search.get(name) ?? "").trim();
    return given.length <= most && form.test(given) ? given : "";
  };
  return {
    day: word("day", /^\d\d_\d\d_\d{4}$/),
    action: word("action", /^[a-z_]+$/),
    person: word("person", /^[^\s\p{C}]+$/u),
    text: (search.get("text") ?? "").trim().slice(0, MOST_CHARACTERS),
    before: word("before", /^[a-z_]+\.\d+(,[a-z_]+\.\d+)*$/, MOST_OF_PLACE),
    brief: search.get("brief") === "1",
  };
}

/** The query of a URL; what restricts nothing is left out. */
export function logSearch(query: LogQuery): URLSearchParams {
  const { brief, ...words } = query;
  const search = new URLSearchParams(Object.entries(words).filter(([, value]) => value !== ""));
  if (brief) search.set("brief", "1");
  return search;
}
