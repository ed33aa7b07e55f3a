import type { Task, TaskStatus } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { isolated } from "../../../shared/isolated_text.ts";
import type { BoardNews } from "../board_notice.tsx";
import type { Columns } from "../live/board_state.ts";
import type { Board } from "../live/use_board.ts";
import type { CardPlace } from "./card_drag.ts";
import type { CardCommand } from "./card_menu.tsx";
import { dropPlace, placeOf } from "./task_places.ts";

interface Options {
  ask: Board["ask"];
  /** All tasks of the board. */
  all: Columns;
  /** Tasks that the filter lets through. */
  shown: Columns;
  texts: BoardTexts;
  /** Shows what was done, in place of what was told before; null for nothing. */
  tell(news: BoardNews | null): void;
  /** Called before a task is deleted. */
  onRemove(task: Task): void;
}

/** Moves, assigns, dates and deletes tasks as their cards ask for it, and offers to undo what is easily done by mistake. */
export function cardCommands({ ask, all, shown, texts, tell, onRemove }: Options) {
  /** Moves a task, tells of it, and offers to move it back. */
  function moveTo(task: Task, { status, index }: CardPlace): void {
    const was = placeOf(task.id, all);
    const place = dropPlace(task.id, status, index, { all, shown });
    if (was?.status === status && was.before === place.before) return;
    move(task.id, place);
    if (was === null) return;
    tell({
      text: fill(texts.task_moved_notice, {
        title: isolated(task.title),
        status: texts[`status_${status}`],
      }),
      undo: () => move(task.id, { ...was, position: task.position }),
    });
  }

  function move(
    taskId: number,
    { status, before, position }: { status: TaskStatus; before: number | null; position: number },
  ): void {
    const fields = { do: "move", status, before: String(before ?? "") };
    ask(taskId, fields, { status, position });
  }

  function remove(task: Task): void {
    onRemove(task);
    // Until it is deleted, the button that undoes the change before would stand where its own will.
    tell(null);
    ask(task.id, { do: "delete" }, null, () => {
      tell({
        text: fill(texts.task_deleted_notice, { title: isolated(task.title) }),
        undo: () => ask(task.id, { do: "restore" }, {}),
      });
    });
  }

  function run(task: Task, command: CardCommand): void {
    if (command.what === "delete") return remove(task);
    if (command.what === "assign") {
      const { username } = command;
      return ask(task.id, { do: "assign", assignee: username }, { assignee: username });
    }
    if (command.what === "due") {
      return ask(task.id, { do: "due", due: command.day }, { due: command.day || null });
    }
    const others = shown[command.status].filter(({ id }) => id !== task.id);
    const at = shown[task.status].findIndex(({ id }) => id === task.id);
    const index = {
      top: 0,
      up: at - 1,
      down: at + 1,
      bottom: others.length,
      end: others.length,
    }[command.to];
    moveTo(task, { status: command.status, index });
  }

  return { moveTo, remove, run };
}
