import type { Message } from "../model/message.ts";
import type { Task } from "../model/task.ts";
import type { Session } from "../model/session.ts";
import { encodeAhead } from "../protocol/encode_ahead.ts";
import type { Services } from "./action.ts";

/**
 * Makes the JSON of a page of messages ahead of its response, in the turns of the reader's account.
 * @returns whether anything else may have run meanwhile
 */
export function encodePage(
  messages: readonly Message[],
  session: Session,
  { turns }: Pick<Services, "turns">,
): Promise<boolean> {
  const lane = String(session.user.id);
  return encodeAhead(messages, textLength, () => turns.pause(lane));
}

/** A line of activity has no message, but may name hundreds of users, or a task by its old and new title. */
function textLength({ message, notice, task }: Message): number {
  if (task !== undefined) {
    const { from, to } = task.change;
    return task.title.length + (from?.length ?? 0) + (to?.length ?? 0);
  }
  if (notice === undefined) return message.length;
  if ("users" in notice) return notice.users.reduce((sum, { length }) => sum + length, 0);
  return "name" in notice ? notice.name.length : 0;
}

/** The same of a page of tasks. */
export function encodeTasks(
  tasks: readonly Task[],
  session: Session,
  { turns }: Pick<Services, "turns">,
): Promise<boolean> {
  const lane = String(session.user.id);
  const length = ({ title, notes }: Task) => title.length + notes.length;
  return encodeAhead(tasks, length, () => turns.pause(lane));
}
