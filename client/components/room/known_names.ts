import type { Message } from "../../../lib/model/message.ts";
import type { Member } from "../../../lib/model/project.ts";

/**
 * The names, in lower case, whose mentions are marked: of members, and of those who wrote something or whom a line of
 * activity tells of, who may have left since. They stay known while the page is open. Returns the same set when there is
 * nothing new.
 */
export function withNames(
  known: ReadonlySet<string>,
  members: readonly Member[],
  messages: readonly Message[],
): ReadonlySet<string> {
  const seen = members.map(({ username }) => username);
  for (const { user, notice } of messages) {
    seen.push(user);
    if (notice !== undefined && "users" in notice) seen.push(...notice.users);
  }
  const names = new Set(known);
  for (const name of seen) names.add(name.toLowerCase());
  return names.size === known.size ? known : names;
}
