import assert from "node:assert/strict";
import { type Task, TASK_STATUSES } from "../../lib/model/task.ts";
import type { LineClient } from "../line_client.ts";
import { withServer } from "./with_server.ts";

const NAMES: Record<string, string> = {
  new_task: "tạo công việc",
  promote: "tạo công việc từ tin nhắn",
  assign: "giao công việc",
  set_task: "chuyển công việc",
  due: "đặt hạn công việc",
  rename_task: "đổi tên công việc",
  note_task: "ghi chú công việc",
  delete_task: "xóa công việc",
  restore_task: "khôi phục công việc",
  import_tasks: "nhập công việc",
  tasks: "xem công việc",
  my_tasks: "xem công việc của mình",
  task_history: "xem lịch sử công việc",
};

Deno.test("a task's life goes over the wire and into the log", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  const now = new Date(2026, 10, 23, 12).getTime();
  try {
    await withServer(
      async ({ connect }) => {
        const [alice, bob] = await Promise.all([connect(), connect()]);
        const token = await alice.join("alice");
        const bobToken = await bob.join("bob");
        await alice.ok(`new_project ${token} Website`);
        await alice.ok(`add_group ${token} 1 bob`);
        await bob.ok(`watch ${bobToken}`);
        await bob.ok(`enter ${bobToken} 1`);
        const { id } = await alice.chat(token, 1, "Viết báo cáo\\nchi tiết");
        await bob.event();
        await alice.ok(`promote ${token} ${id}`);
        for (const type of ["chat", "task", "edit"]) assert.equal((await bob.event())[0], type);
        await alice.ok(`assign ${token} 1 bob`);
        // In the room and watching: each line once.
        for (const type of ["chat", "mention", "task"]) assert.equal((await bob.event())[0], type);
        await bob.ok(`due ${bobToken} 1 2026-12-01`);
        await bob.ok(`rename_task ${bobToken} 1 Báo cáo`);
        await bob.ok(`note_task ${bobToken} 1 dòng một\\ndòng hai`);
        await bob.ok(`new_task ${bobToken} 1 Khác`);
        const { tasks } = await bob.ok(`my_tasks ${bobToken}`);
        assert.deepEqual(
          tasks.map(({ title, due, notes }: Task) => [title, due, notes]),
          [["Báo cáo", "2026-12-01", "dòng một\ndòng hai"]],
        );
        await bob.ok(`import_tasks ${bobToken} 1 1 [{"title":"Nhập","notes":"một\\nhai"}]`);
        await bob.ok(`set_task ${bobToken} 1 done`);
        await bob.ok(`delete_task ${bobToken} 2`);
        assert.equal((await bob.ok(`tasks ${bobToken} 1`)).tasks.length, 2);
        await bob.ok(`restore_task ${bobToken} 2`);
        assert.equal((await bob.ok(`tasks ${bobToken} 1`)).tasks.length, 3);
        const { changes } = await bob.ok(`task_history ${bobToken} 1`);
        const kinds = changes.map(({ change }: { change: string }) => change);
        assert.deepEqual(kinds, ["new", "assign", "due", "title", "notes", "status"]);
      },
      {},
      { directory, now: () => now },
    );
    for (const [action, name] of Object.entries(NAMES)) {
      const log = Deno.readTextFileSync(
        `${directory}/log/23_11_2026/${action}_log_23_11_2026.log`,
      );
      const [, first] = log.split("ActionName: ");
      assert(first.startsWith(`${name}\nActionType: ${action}\nUser: `), first);
      assert(first.includes(`\nMessageRequest: ${action} ***`), first);
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

const PEOPLE = ["alice", "bob", "carol", "dave"];
const CARDS = 6;
const MOVES = 60;

/** The board as the events of a connection tell it. */
class Follower {
  readonly tasks = new Map<number, Task>();

  constructor(readonly line: LineClient, readonly token: string) {}

  async begin(): Promise<void> {
    await this.line.ok(`enter ${this.token} 1`);
    const { tasks } = await this.line.ok(`tasks ${this.token} 1`);
    for (const task of tasks) this.tasks.set(task.id, task);
  }

  async caughtUp(): Promise<Task[]> {
    await this.line.ok("ping");
    while (this.line.pendingEvents.length > 0) {
      const [type, data] = await this.line.event();
      if (type === "task") this.tasks.set(data.task.id, data.task);
    }
    return TASK_STATUSES.flatMap((status) =>
      [...this.tasks.values()].filter((task) => task.status === status)
        .sort((a, b) => a.position - b.position)
    );
  }
}

Deno.test("several people who move the same cards end with one order, which everybody has seen", async () => {
  await withServer(async ({ connect }) => {
    const clients = await Promise.all(PEOPLE.map(connect));
    const tokens = await Promise.all(PEOPLE.map((name, at) => clients[at].join(name)));
    await clients[0].ok(`new_project ${tokens[0]} Website`);
    await clients[0].ok(`add_group ${tokens[0]} 1 ${PEOPLE.slice(1).join(", ")}`);
    for (let i = 1; i <= CARDS; i++) await clients[0].ok(`new_task ${tokens[0]} 1 ${i}`);
    const followers = clients.map((client, at) => new Follower(client, tokens[at]));
    for (const follower of followers) await follower.begin();
    // Each sends all moves at once: they meet in any order.
    await Promise.all(clients.map(async (client, at) => {
      const lines = Array.from({ length: MOVES }, (_, index) => {
        const card = (index * (at + 1)) % CARDS + 1;
        const status = TASK_STATUSES[(index + at) % 3];
        return `set_task ${tokens[at]} ${card} ${status} ${(index * 7 + at) % CARDS + 1}\n`;
      });
      await client.send(lines.join(""));
      for (let i = 0; i < MOVES; i++) assert.match(await client.response(), /^ok set_task /);
    }));
    const { tasks } = await clients[0].ok(`tasks ${tokens[0]} 1`);
    assert.equal(tasks.length, CARDS);
    for (const follower of followers) assert.deepEqual(await follower.caughtUp(), tasks);
    // The log tells where each card went, one step after the other.
    const { messages } = await clients[0].ok(`history ${tokens[0]} 1`);
    const status = new Map<number, string>();
    for (const { task } of messages) {
      if (task?.change.change !== "status") continue;
      assert.equal(task.change.from, status.get(task.id) ?? "todo");
      status.set(task.id, task.change.to);
    }
    for (const task of tasks) assert.equal(task.status, status.get(task.id) ?? "todo");
  });
});
