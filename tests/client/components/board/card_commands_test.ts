import assert from "node:assert/strict";
import type { BoardNews } from "../../../../client/components/board/board_notice.tsx";
import { columnsOf } from "../../../../client/components/board/live/board_state.ts";
import { cardCommands } from "../../../../client/components/board/moving/card_commands.ts";
import { boardTexts } from "../../../../client/i18n/board_texts.ts";
import { taskOf } from "./tasks_of_tests.ts";

Deno.test("while a task is being deleted, nothing offers to undo what was done before", () => {
  const [first, second] = [taskOf(1), taskOf(2)];
  const columns = columnsOf([first, second]);
  const asked: string[] = [];
  const told: (BoardNews | null)[] = [];
  let answer = () => {};
  const commands = cardCommands({
    ask(_taskId, fields, _patch, done) {
      asked.push(fields.do);
      answer = done ?? answer;
    },
    ...{ all: columns, shown: columns, texts: boardTexts("en") },
    tell: (news) => told.push(news),
    onRemove: () => {},
  });
  commands.run(second, { what: "move", status: "todo", to: "up" });
  assert.notEqual(told.at(-1)?.undo, undefined);
  commands.remove(second);
  assert.equal(told.at(-1), null);
  answer();
  told.at(-1)!.undo!();
  assert.deepEqual(asked, ["move", "delete", "restore"]);
});
