import type { Message, Notice } from "../../../lib/model/message.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { chatTime } from "../chat_time.ts";
import { LineIcon } from "../line_icon.tsx";
import { fullTime } from "./log_dates.ts";

const PEOPLE =
  "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 5a3.5 3.5 0 0 1 0 6.5M17.5 15c2.200.6 3.5 2.300 3.5 5";
const PEN = "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3";
const BOX = "M4 8h16v12H4zM3 4h18v4H3zM10 12h4";

interface NoticeLineProps {
  message: Message;
  notice: Notice;
  now: Date;
  texts: RoomTexts;
}

/** The line of a change of the project: who was added or removed, its name, its owner, its archive. */
export function NoticeLine({ message, notice, now, texts }: NoticeLineProps) {
  const { id, user, timestamp } = message;
  return (
    <li class="notice" id={`message-${id}`}>
      <LineIcon path={iconOf(notice)} />
      {noticeText(user, notice, texts)}
      <span class="aside">
        {" - "}
        <time dateTime={timestamp}>{chatTime(timestamp, now)}</time>
      </span>
      <span
        class="at"
        aria-hidden="true"
        title={fullTime(timestamp, texts)}
        data-time={chatTime(timestamp, now).slice(-5)}
      />
    </li>
  );
}

function iconOf({ change }: Notice): string {
  if (change === "renamed") return PEN;
  return change === "archived" || change === "restored" ? BOX : PEOPLE;
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
