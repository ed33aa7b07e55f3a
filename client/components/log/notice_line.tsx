import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { isolated } from "../../shared/isolated_text.ts";
import type { Notice } from "../room/room_log.ts";

/** A line of the log for an event: who entered, left, was added or removed, or how the project changed. */
export function NoticeLine({ notice, texts }: { notice: Notice; texts: RoomTexts }) {
  return <li class="notice">{noticeText(notice, texts)}</li>;
}

function noticeText(notice: Notice, texts: RoomTexts): string {
  switch (notice.type) {
    case "entered":
      return fill(texts.user_entered, { user: notice.user });
    case "left":
      return fill(texts.user_left, { user: notice.user });
    case "renamed":
      return fill(texts.project_renamed, { name: isolated(notice.name) });
    case "archived":
    case "restored":
      return texts[`notice_${notice.type}`];
    case "transferred":
      return fill(texts.project_transferred, { user: notice.user });
  }
  const { added, removed, by } = notice;
  const sentences: string[] = [];
  if (added.length > 0) sentences.push(fill(texts.user_added, { by, names: added.join(", ") }));
  if (removed.length === 1 && removed[0] === by) {
    sentences.push(fill(texts.user_left_project, { user: by }));
  } else if (removed.length > 0) {
    sentences.push(fill(texts.user_removed, { by, names: removed.join(", ") }));
  }
  return sentences.join(". ");
}
