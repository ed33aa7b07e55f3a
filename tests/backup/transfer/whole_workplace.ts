import type { LineClient } from "../../line_client.ts";
import type { TestServer } from "../../server_fixture.ts";

export const PEOPLE = ["lan", "binh", "an", "mai"] as const;
export type Tokens = Record<typeof PEOPLE[number], string>;

/** The number of projects that are made. */
export const PROJECTS = 4;
/** The number of tasks, deleted ones included. */
export const TASKS = 5;

export async function logIn(client: LineClient, password = "matkhau-123"): Promise<Tokens> {
  const tokens: Record<string, string> = {};
  for (const name of PEOPLE) tokens[name] = (await client.ok(`login ${name} ${password}`)).token;
  return tokens as Tokens;
}

/**
 * Fills a server with everything that is stored: people, projects, members, messages and what became of them.
 * @param tick lets a second go by on the server's clock
 */
export async function fillWorkplace(
  client: LineClient,
  server: TestServer,
  tick: () => void,
): Promise<Tokens> {
  for (const name of PEOPLE) await client.ok(`reg ${name} matkhau-123`);
  await server.operate("set_role - lan admin");
  const tokens = await logIn(client);
  const { lan, binh, an, mai } = tokens;
  const lines = [
    `set_name ${lan} Nguyễn Thị Lan`,
    `new_project ${lan} Trang web`,
    `new_project ${lan} Kho`,
    `new_project ${binh} Cũ`,
    `new_project ${mai} Của Mai`,
    `add_group ${lan} 1 binh, an, mai`,
    `add_group ${lan} 2 binh, mai`,
    `add_group ${binh} 3 lan`,
    `@t1 chat ${lan} 1 chào @binh và @an`,
    `chat ${binh} 1 chào chị\\nhai dòng`,
    `chat ${an} 1 sẽ xóa`,
    `chat ${an} 1 sẽ sửa, @mai`,
    `chat ${mai} 2 một mình @lan`,
    `chat ${binh} 3 dự án cũ 🎉`,
    `chat ${lan} 1 làm việc này`,
  ];
  const messages: number[] = [];
  for (const line of lines) {
    tick();
    const { message } = await client.ok(line);
    if (message !== undefined) messages.push(message.id);
  }
  const [greeting, answer, deleted, edited, , , promoted] = messages;
  const tasks = JSON.stringify([{ title: "nhập 1", assignee: "binh" }, { title: "nhập 2" }]);
  const changes = [
    `delete ${an} ${deleted}`,
    `edit ${an} ${edited} đã sửa, @binh`,
    `read ${binh} 1 ${answer}`,
    `read ${lan} 2 9999`,
    `promote ${lan} ${promoted}`,
    `new_task ${binh} 1 việc thứ hai`,
    `new_task ${binh} 2 bỏ`,
    `import_tasks ${lan} 1 2 ${tasks}`,
    `assign ${lan} 1 binh`,
    `due ${lan} 1 2026-12-01`,
    `set_task ${binh} 1 doing`,
    `set_task ${binh} 2 done`,
    `rename_task ${binh} 2 việc hai`,
    `note_task ${binh} 2 ghi chú\\nhai dòng`,
    `delete_task ${binh} 3`,
    `rename_project ${lan} 2 Kho mới`,
    `kick ${mai} 1 mai`,
    `kick ${lan} 1 an`,
    `transfer ${lan} 2 mai`,
    `archive_project ${binh} 3`,
    `reg cuong matkhau-123`,
    `disable ${lan} cuong`,
    `invite ${lan} 3 9`,
    `invite ${lan}`,
    `revoke ${lan} 2`,
    `chat ${lan} 1 tin cuối ${greeting}`,
    // The last id of all belongs to a message that is there no more for anybody.
    `chat ${lan} 2 xóa ngay`,
  ];
  for (const line of changes) {
    tick();
    await client.ok(line);
  }
  return tokens;
}

/** Everything that can be read as each person, by the request; answers of `sessions` aside, which no export has. */
export async function readEverything(
  client: LineClient,
  tokens: Partial<Tokens>,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) {
    const ask = async (action: string, rest = "") => {
      answers[`${name}: ${action} ${rest}`] = await client.request(
        `${action} ${token} ${rest}`.trim(),
      );
    };
    for (const action of ["whoami", "projects", "my_tasks", "users", "invitations"]) {
      await ask(action);
    }
    await ask("search_all", "chào");
    await ask("search_all", "sua");
    for (let project = 1; project <= PROJECTS; project++) {
      for (const action of ["members", "history", "tasks"]) await ask(action, `${project}`);
      await ask("search", `${project} việc`);
      await ask("enter", `${project} 0 0`);
    }
    for (let task = 1; task <= TASKS; task++) await ask("task_history", `${task}`);
    await ask("watch");
  }
  return answers;
}
