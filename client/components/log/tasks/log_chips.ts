import type { VNode } from "preact";
import type { Message } from "../../../../lib/model/message.ts";
import type { TaskActivity } from "../../../../lib/model/task.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import type { LogTasks } from "../../../shared/log/log_tasks.ts";

export interface LogChipsOptions {
  /** The tasks of the messages that the page was opened with. */
  tasks: LogTasks | undefined;
  /** The URL of all tasks of the project. */
  url: string;
  texts: RoomTexts;
}

/** The chips of a log's messages. */
export interface LogChips extends LogChipsOptions {
  /** Draws a message's chip, the same one until something in it changes. Undefined until the code is loaded. */
  draw?(message: Message, now: Date): VNode | null;
  /** The lines of activity that `follow` hasn't taken yet. */
  lines: TaskActivity[];
  /** Renders the log anew. */
  changed(): void;
}

/** The code that draws chips, where it is there at once: on the server, for a page's first messages. */
export const chipCode: { draw?(options: LogChipsOptions): LogChips["draw"] } = {};
