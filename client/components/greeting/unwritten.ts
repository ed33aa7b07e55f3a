import type { Message } from "../../../lib/model/message.ts";

/** Whether nobody has written: what changed the project doesn't count. */
export const isUnwritten = (messages: readonly Message[]) =>
  messages.every(({ notice }) => notice !== undefined);
