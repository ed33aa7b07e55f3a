import { isActivity, type Message } from "../../../lib/model/message.ts";

/** Whether nobody has written: lines of activity don't count. */
export const isUnwritten = (messages: readonly Message[]) => messages.every(isActivity);
