import type { TaskChange } from "../../../../lib/model/task.ts";
import { isTaskStatus } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { isolated } from "../../../shared/isolated_text.ts";
import { dayText } from "../../../shared/tasks/day_text.ts";
import { chatTime } from "../../chat_time.ts";
import { fullTime } from "../../log/log_dates.ts";

interface CardHistoryProps {
  /** Oldest first. */
  changes: readonly TaskChange[];
  /** Whether older ones exist. */
  more: boolean;
  now: Date;
  texts: BoardTexts;
}

/** A task's changes, newest first. */
export function CardHistory({ changes, more, now, texts }: CardHistoryProps) {
  return (
    <details class="card-history">
      <summary>{texts.task_history}</summary>
      <ol>
        {[...changes].reverse().map((change) => (
          <li key={change.id}>
            {changeText(change, texts)}{" "}
            <time dateTime={change.at} title={fullTime(change.at, texts)}>
              {chatTime(change.at, now)}
            </time>
          </li>
        ))}
      </ol>
      {more && <p class="hint">{texts.task_history_older}</p>}
    </details>
  );
}

function changeText({ change, from, to, by }: TaskChange, texts: BoardTexts): string {
  const say = (text: string, name: string | null = "") =>
    fill(text, { by, name: isolated(name ?? "") });
  const status = (word: string | null) =>
    word !== null && isTaskStatus(word) ? texts[`status_${word}`] : word;
  switch (change) {
    case "status":
      return say(from === to ? texts.change_place : texts.change_status, status(to));
    case "assign":
      return to === null ? say(texts.change_unassign, from) : say(texts.change_assign, to);
    case "due":
      return to === null ? say(texts.change_undue) : say(texts.change_due, dayText(to));
    case "title":
      return say(texts.change_title, from);
    case "new":
    case "notes":
    case "delete":
    case "restore":
    case "import":
      return say(texts[`change_${change}`]);
  }
}
