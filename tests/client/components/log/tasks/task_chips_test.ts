import assert from "node:assert/strict";
import type { LogChips } from "../../../../../client/components/log/tasks/log_chips.ts";
import { drawChips, follow } from "../../../../../client/components/log/tasks/task_chips.ts";
import { roomTexts } from "../../../../../client/i18n/room_texts.ts";
import type { LogTask, LogTasks } from "../../../../../client/shared/log/log_tasks.ts";
import type { Message } from "../../../../../lib/model/message.ts";
import type { TaskActivity, TaskChangeKind } from "../../../../../lib/model/task.ts";

const NOW = new Date(2026, 10, 27, 9, 0);
const AT = NOW.toISOString();

const task = (id: number): LogTask => ({
  id,
  title: `task ${id}`,
  status: "todo",
  assignee: null,
  due: null,
});

function message(id: number, task_id?: number): Message {
  return { id, project_id: 3, user: "bob", message: "x", timestamp: AT, ...task_id && { task_id } };
}

function line(change: number, id: number, kind: TaskChangeKind, to: string | null): TaskActivity {
  const told = { id: change, task_id: id, change: kind, from: null, to, by: "bob", at: AT };
  return { id, title: `task ${id}`, change: told };
}

/** A server of tasks, each of whose answers waits until it is let go. */
async function withTaskServer(
  run: (server: {
    chips: LogChips;
    /** Waits until the tasks are asked for; answers with these, or an error if null. */
    answer(list: LogTasks | null): Promise<void>;
    /** How often they were asked for. */
    asked(): number;
    /** Waits until the chips have changed. */
    changed(): Promise<void>;
  }) => Promise<void>,
): Promise<void> {
  let asked = 0;
  const requests: ((response: Response) => void)[] = [];
  let come = Promise.withResolvers<void>();
  const web = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () => {
    asked += 1;
    return new Promise((resolve) => {
      requests.push(resolve);
      come.resolve();
    });
  });
  let change = Promise.withResolvers<void>();
  const chips: LogChips = {
    tasks: undefined,
    url: `http://127.0.0.1:${web.addr.port}/tasks`,
    texts: roomTexts("en"),
    lines: [],
    changed: () => change.resolve(),
  };
  try {
    await run({
      chips,
      asked: () => asked,
      async answer(list) {
        await come.promise;
        come = Promise.withResolvers();
        const error = { error: { code: "unreachable", text: "The server is away." } };
        requests.shift()!(Response.json(list ?? error, { status: list === null ? 503 : 200 }));
      },
      async changed() {
        await change.promise;
        change = Promise.withResolvers();
      },
    });
  } finally {
    await web.shutdown();
  }
}

/** The status that a message's chip shows. */
function status(chips: LogChips, shown: Message): string | null {
  const chip = chips.draw!(shown, NOW);
  return chip && /task-chip (\w+)/.exec((chip.props as unknown as { class: string }).class)![1];
}

Deno.test("the tasks of a page's first messages are drawn without asking for them", async () => {
  await withTaskServer(async ({ chips, asked, changed }) => {
    const shown = [message(1, 5), message(2)];
    const tasks = { tasks: [task(5)], last_change: 10 };
    const draw = drawChips({ ...chips, tasks })!;
    assert.ok(draw(shown[0], NOW));
    assert.equal(draw(shown[1], NOW), null);
    assert.equal(draw({ ...shown[0], deleted: true }, NOW), null);
    chips.tasks = tasks;
    follow(chips, shown);
    await changed();
    assert.equal(chips.draw!(shown[0], NOW), chips.draw!(shown[0], NOW), "drawn once");
    assert.equal(status(chips, shown[0]), "todo");
    chips.lines.push(line(9, 5, "status", "done"), line(11, 5, "status", "doing"));
    follow(chips, shown);
    await changed();
    assert.equal(status(chips, shown[0]), "doing");
    assert.deepEqual(chips.lines, []);
    assert.equal(asked(), 0);
  });
});

Deno.test("a task that isn't known is asked for once, and lines meanwhile are kept", async () => {
  await withTaskServer(async ({ chips, answer, asked, changed }) => {
    const shown = [message(1, 5)];
    follow(chips, shown);
    await changed();
    assert.equal(status(chips, shown[0]), null);
    chips.lines.push(line(12, 5, "status", "done"));
    follow(chips, shown);
    // The answer is as things were before that line.
    await answer({ tasks: [task(5), task(6)], last_change: 11 });
    await changed();
    assert.equal(status(chips, shown[0]), "done");
    // Known since then, though no message had it.
    const more = [...shown, message(2, 6)];
    follow(chips, more);
    assert.equal(status(chips, more[1]), "todo");
    assert.equal(asked(), 1);
  });
});

Deno.test("a failure is tried again with the next change, a task that is gone isn't", async () => {
  await withTaskServer(async ({ chips, answer, asked, changed }) => {
    const shown = [message(1, 5), message(2, 6)];
    follow(chips, shown);
    await changed();
    await answer(null);
    // The failure has no other sign than that the next change asks again.
    while (asked() < 2) {
      follow(chips, shown);
      await new Promise((resolve) => setTimeout(resolve));
    }
    await answer({ tasks: [task(5)], last_change: 20 });
    await changed();
    assert.deepEqual(shown.map((each) => status(chips, each)), ["todo", null]);
    follow(chips, [...shown]);
    assert.equal(asked(), 2);
    // It comes back.
    chips.lines.push(line(21, 6, "restore", null));
    follow(chips, [...shown]);
    await answer({ tasks: [task(5), task(6)], last_change: 21 });
    await changed();
    assert.deepEqual(shown.map((each) => status(chips, each)), ["todo", "todo"]);
  });
});
