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
  return encodeAhead(messages, ({ message }) => message.length, () => turns.pause(lane));
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
