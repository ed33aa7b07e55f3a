import { isActivity, type Message } from "../../../lib/model/message.ts";
import type { Member } from "../../../lib/model/project.ts";

/**
 * The names, in lower case, whose mentions are marked: of members and of authors, who may have left since. They stay
 * known while the page is open. Returns the same set when there is nothing new.
 */
export function withNames(
  known: ReadonlySet<string>,
  members: readonly Member[],
  messages: readonly Message[],
): ReadonlySet<string> {
  const seen = members.map(({ username }) => username);
  for (const message of messages) if (!isActivity(message)) seen.push(message.user);
  const names = new Set(known);
  for (const name of seen) names.add(name.toLowerCase());
  return names.size === known.size ? known : names;
}
