import assert from "node:assert/strict";
import type { LineClient } from "../line_client.ts";
import { withServer } from "./with_server.ts";

/** The actions of the log's entries, each with the rest of its line. */
function entries(log: string): string[] {
  return log.split("ActionName: ").slice(1);
}

Deno.test("a room's day goes over the wire and into the log", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  const now = new Date(2026, 10, 23, 12, 0, 0, 123).getTime();
  const tokens: string[] = [];
  try {
    await withServer(
      async ({ connect }) => {
        const [alice, bob, list, carol] = await Promise.all([1, 2, 3, 4].map(connect));
        const token = await alice.join("alice");
        const bobToken = await bob.join("bob");
        const carolToken = await carol.join("carol");
        tokens.push(token, bobToken, carolToken);
        assert.deepEqual(await list.ok(`watch ${bobToken}`), { projects: [], more: false });
        await carol.ok(`watch ${carolToken}`);
        const { project } = await alice.ok(`new_project ${token} Website`);
        await alice.ok(`add_group ${token} 1 [bob, carol]`);
        assert.deepEqual(await list.event(), ["project", { change: "added", project }]);
        assert.deepEqual(await carol.event(), ["project", { change: "added", project }]);

        await bob.ok(`enter ${bobToken} 1`);
        await alice.ok(`enter ${token} 1`);
        assert.equal((await bob.event())[0], "enter");
        const message = await alice.chat(token, 1, "xin chào @bob");
        assert.deepEqual(await bob.event(), ["chat", message]);
        const unread = ["unread", { project_id: 1, unread: 1, message }];
        assert.deepEqual(await list.event(), unread);
        assert.deepEqual(await list.event(), ["mention", message]);
        assert.deepEqual(await carol.event(), unread);
        assert.deepEqual(await bob.ok(`read ${bobToken} 1 2`), { unread: 0, mentions: 0 });

        for (let times = 0; times < 3; times++) await bob.ok(`typing ${bobToken} 1`);
        assert.deepEqual(await alice.event(), ["typing", { project_id: 1, user: "bob" }]);
        const { message: edited } = await alice.ok(`edit ${token} 2 hóa đơn`);
        assert.deepEqual(await bob.event(), ["edit", edited]);
        assert.deepEqual(await alice.event(), ["edit", edited], "and typing came once");
        assert.deepEqual((await bob.ok(`search ${bobToken} 1 hoa don`)).messages, [edited]);
        assert.deepEqual((await bob.ok(`search_all ${bobToken} hoa don`)).messages, [edited]);
        await bob.chat(bobToken, 1, "to be deleted");
        await alice.event();
        const { message: deleted } = await alice.ok(`delete ${token} 3`);
        assert.deepEqual([deleted.message, deleted.deleted], ["", true]);
        for (const client of [alice, bob]) {
          assert.deepEqual(await client.event(), ["delete", deleted]);
        }
        await carol.event();

        const { project: renamed } = await alice.ok(`rename_project ${token} 1 Trang web`);
        /** The line of activity comes first, also to who did it, but not to who only watches. */
        const told = async (clients: LineClient[], user: string, notice: object) => {
          for (const client of clients) {
            const [type, line] = await client.event();
            assert.deepEqual([type, line.user, line.notice], ["chat", user, notice]);
          }
        };
        const change = { change: "renamed", name: "Trang web" };
        await told([alice, bob], "alice", change);
        for (const client of [bob, list, carol]) {
          assert.deepEqual(await client.event(), ["project", {
            change: "renamed",
            project: renamed,
          }]);
        }
        for (const [action, change] of [["archive", "archived"], ["restore", "restored"]]) {
          const { project } = await alice.ok(`${action}_project ${token} 1`);
          assert.equal(project.archived, action === "archive" ? true : undefined);
          await told([bob], "alice", { change });
          for (const client of [bob, list, carol]) {
            assert.deepEqual(await client.event(), ["project", { change, project }]);
          }
        }
        const { project: given } = await alice.ok(`transfer ${token} 1 bob`);
        await told([bob], "alice", { change: "transferred", users: ["bob"] });
        for (const client of [bob, list, carol]) {
          assert.deepEqual(await client.event(), ["project", {
            change: "transferred",
            project: given,
          }]);
        }
        await bob.ok(`kick ${bobToken} 1 carol`);
        assert.deepEqual(await carol.event(), ["project", { change: "removed", project: given }]);
        await told([bob], "bob", { change: "removed", users: ["carol"] });
        const gone = { project_id: 1, added: [], removed: ["carol"], by: "bob" };
        assert.deepEqual(await bob.event(), ["members", gone]);
        await alice.ok(`kick ${token} 1 alice`);
        while ((await alice.event())[0] !== "members" || alice.pendingEvents.length > 0);
        await bob.chat(bobToken, 1, "alone");
        await alice.ok("ping");
        assert.deepEqual([alice.pendingEvents, carol.pendingEvents], [[], []]);
        await bob.ok(`logout ${bobToken}`);
        assert.deepEqual(await list.event(), ["token_ended", { user: "bob" }]);
      },
      {},
      { directory, now: () => now },
    );
    const read = (name: string) =>
      Deno.readTextFileSync(`${directory}/log/23_11_2026/${name}_log_23_11_2026.log`);
    const names: Record<string, string> = {
      read: "đánh dấu đã đọc",
      kick: "xóa thành viên",
      edit: "sửa tin nhắn",
      delete: "xóa tin nhắn",
      search: "tìm tin nhắn",
      search_all: "tìm trong mọi dự án",
      transfer: "chuyển quyền sở hữu",
      rename_project: "đổi tên dự án",
      archive_project: "lưu trữ dự án",
      restore_project: "khôi phục dự án",
      watch: "theo dõi dự án",
    };
    for (const [action, name] of Object.entries(names)) {
      const [first] = entries(read(action));
      assert(first.startsWith(`${name}\nActionType: ${action}\nUser: `), first);
      assert(first.includes(`\nMessageRequest: ${action} ***`), first);
      assert(first.includes(`\nMessageResponse: ok ${action} {`), first);
    }
    assert.throws(() => read("typing"), Deno.errors.NotFound);
    const events = entries(read("event")).map((entry) =>
      /User: (.*)\n.*\nMessageResponse: event ([a-z_]+) /.exec(entry)!.slice(1, 3).join(" ")
    );
    const kinds = ["chat", "unread", "mention", "edit", "delete", "project", "members", "typing"];
    const counts = kinds.map((kind) => [
      kind,
      events.filter((event) => event.endsWith(` ${kind}`)).length,
    ]);
    assert.deepEqual(Object.fromEntries(counts), {
      // Three of people, and a line of activity for each change: added, renamed, archived, restored, transferred, removed, left.
      chat: 3 + 7,
      // One for alice's message, sent to two, and one for bob's, sent to carol; the last message reaches nobody.
      unread: 2,
      mention: 1,
      edit: 1,
      delete: 1,
      project: 8,
      members: 3,
      typing: 0,
    });
    const mention = events.indexOf("alice mention");
    assert.deepEqual(events.slice(mention - 2, mention), ["alice chat", "alice unread"]);
    for (const { name } of Deno.readDirSync(`${directory}/log/23_11_2026`)) {
      const log = Deno.readTextFileSync(`${directory}/log/23_11_2026/${name}`);
      for (const token of tokens) assert(!log.includes(token), `${name} holds a token`);
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("a connection that is gone watches nothing, and the others go on", async () => {
  await withServer(async ({ connect }) => {
    const [alice, bob, gone] = await Promise.all([1, 2, 3].map(connect));
    const token = await alice.join("alice");
    const bobToken = await bob.join("bob");
    await alice.ok(`new_project ${token} Website`);
    await alice.ok(`add_group ${token} 1 bob`);
    await gone.ok(`watch ${bobToken}`);
    await bob.ok(`watch ${bobToken}`);
    await gone.close();
    await alice.send(
      Array.from({ length: 100 }, (_, n) => `chat ${token} 1 ${n}\n`).join(""),
    );
    for (let n = 0; n < 100; n++) assert.match(await alice.response(), /^ok chat /);
    for (let n = 0; n < 100; n++) {
      const [type, { unread, message }] = await bob.event();
      assert.deepEqual([type, unread, message.message], ["unread", n + 1, String(n)]);
    }
  });
});
