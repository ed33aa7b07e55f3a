import type { Message, Notice } from "../../../lib/model/message.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { chatTime, clockTime } from "../chat_time.ts";
import { Icon } from "../icon.tsx";
import { fullTime } from "./log_dates.ts";
import { taskText } from "./task_text.ts";

interface ActivityLineProps {
  /** A line of activity. */
  message: Message;
  now: Date;
  texts: RoomTexts;
}

/** The line of what somebody did to the project or one of its tasks. */
export function ActivityLine({ message, now, texts }: ActivityLineProps) {
  const { id, timestamp, notice } = message;
  return (
    <li class="notice" id={`message-${id}`}>
      <Icon name={notice === undefined ? "task" : iconOf(notice)} />
      {activityText(message, texts)}
      <span class="aside">
        {" - "}
        <time dateTime={timestamp}>{chatTime(timestamp, now)}</time>
      </span>
      <span
        class="at"
        aria-hidden="true"
        title={fullTime(timestamp, texts)}
        data-time={clockTime(timestamp)}
      />
    </li>
  );
}

function iconOf({ change }: Notice) {
  if (change === "renamed") return "pen";
  return change === "archived" || change === "restored" ? "box" : "people";
}

/** Tells what somebody did, as a line of activity does. */
export function activityText({ user, notice, task }: Message, texts: RoomTexts): string {
  if (task !== undefined) return taskText(user, task, texts);
  return notice === undefined ? "" : noticeText(user, notice, texts);
}

function noticeText(by: string, notice: Notice, texts: RoomTexts): string {
  switch (notice.change) {
    case "renamed":
      return fill(texts.notice_renamed, { by, name: isolated(notice.name) });
    case "archived":
    case "restored":
      return fill(texts[`notice_${notice.change}`], { by });
    case "left":
      return fill(texts.notice_left, { by });
  }
  return fill(texts[`notice_${notice.change}`], { by, names: notice.users.join(", ") });
}
