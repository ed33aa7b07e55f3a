import assert from "node:assert/strict";
import {
  openReaderConnection,
  openWriterConnection,
} from "../../../../lib/store/sqlite/connections.ts";
import { Reader } from "../../../../lib/store/sqlite/reads/reader.ts";
import { migrate } from "../../../../lib/store/sqlite/startup/migrations.ts";
import { Writer } from "../../../../lib/store/sqlite/writes/writer.ts";
import { withFolder } from "../../../folder.ts";
import { START, WHOLE } from "../../each_store.ts";

Deno.test("Reader.readRoom is of one moment when somebody writes between its statements", () =>
  withFolder((folder) => {
    const path = `${folder}/chung.db`;
    const database = openWriterConnection(path);
    migrate(database, "test");
    const writer = new Writer(database);
    const at = START;
    writer.apply([
      { name: "createUser", input: { username: "alice", passwordHash: "", at } },
      { name: "createProject", input: { name: "Website", ownerId: 1, at, tag: null } },
      { name: "addMessage", input: { projectId: 1, userId: 1, text: "before", at, tag: null } },
    ]);
    const connection = openReaderConnection(path);
    const reader = new Reader(connection);
    const request = { projectId: 1, userId: 1, afterId: null, afterChange: null, size: WHOLE };
    const before = reader.readRoom(request);
    const listMembers = reader.listMembers.bind(reader);
    reader.listMembers = (projectId) => {
      const results = writer.apply([
        { name: "addMessage", input: { projectId: 1, userId: 1, text: "between", at, tag: null } },
        { name: "editMessage", input: { messageId: 1, userId: 1, text: "edited", at } },
        { name: "renameProject", input: { projectId: 1, actorId: 1, name: "Other", at } },
      ]);
      assert(results.every(({ ok }) => ok));
      return listMembers(projectId);
    };
    assert.deepEqual(reader.readRoom(request), before);
    reader.listMembers = listMembers;
    const { project, page, lastId, lastChange } = reader.readRoom(request)!;
    assert.deepEqual(
      [project.name, page.messages.map(({ message }) => message), lastId, lastChange],
      ["Other", ["edited", "between", ""], 3, 1],
    );
    connection.close();
    writer.close();
    return Promise.resolve();
  }));
