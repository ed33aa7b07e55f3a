import assert from "node:assert/strict";
import { defineAction } from "../../lib/actions/action.ts";
import { number } from "../../lib/actions/field.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Project } from "../../lib/model/project.ts";
import { Commit } from "../../lib/store/commit.ts";

const MESSAGE: Message = { id: 1, project_id: 2, user: "an", message: "hi", timestamp: "2026" };
const PROJECT: Project = { id: 2, name: "web", owner: "an", created_at: "2026" };
const OPEN = { audit: null, gate: "none", fields: {}, usage: "" } as const;

Deno.test("a reply that is not its action's is a compile error", () => {
  defineAction({ ...OPEN, name: "ping", run: () => ({ reply: { time: "now" } }) });
  // @ts-expect-error: the field has another name
  defineAction({ ...OPEN, name: "ping", run: () => ({ reply: { at: "now" } }) });
  // @ts-expect-error: a field too many
  defineAction({ ...OPEN, name: "typing", run: () => ({ reply: { at: "now" } }) });
  // @ts-expect-error: of another type, in a promise
  defineAction({ ...OPEN, name: "ping", run: () => Promise.resolve({ reply: { time: 1 } }) });
  // @ts-expect-error: of another action, in a commit
  defineAction({ ...OPEN, name: "edit", run: () => commit().map(() => ({ reply: { PROJECT } })) });
  // @ts-expect-error: of another action, as the last step of what was waited for
  defineAction({ ...OPEN, name: "edit", run: () => () => ({ reply: { time: "now" } }) });
  // @ts-expect-error: no such action in the protocol
  defineAction({ ...OPEN, name: "pong", run: () => ({ reply: {} }) });
});

Deno.test("an event whose data or address is not its type's is a compile error", () => {
  const delivery = { by: "an", to: { projectId: 2 } };
  defineAction({
    ...OPEN,
    name: "delete",
    run: () =>
      commit().map((message) => ({
        reply: { message },
        events: [{ type: "delete", data: message, ...delivery }],
      })),
  });
  defineAction({
    ...OPEN,
    name: "delete",
    run: () =>
      // @ts-expect-error: the data is another event's
      commit().map((message) => ({
        reply: { message },
        events: [{ type: "delete", data: { change: "renamed", project: PROJECT }, ...delivery }],
      })),
  });
  defineAction({
    ...OPEN,
    name: "delete",
    // @ts-expect-error: no such event in the protocol
    run: () => ({ reply: { message: MESSAGE }, events: [{ type: "deleted", ...delivery }] }),
  });
  defineAction({
    ...OPEN,
    name: "delete",
    run: (_fields, { peer }) => ({
      reply: { message: MESSAGE },
      // @ts-expect-error: an address is data, not objects
      events: [{ type: "delete", data: MESSAGE, by: "an", to: { connections: [peer] } }],
    }),
  });
});

Deno.test("an action has its own fields and what its gate gives, and nothing else", () => {
  const action = defineAction({
    ...OPEN,
    name: "read",
    gate: "user",
    fields: { first: number, second: number },
    run: ({ first, second }, call) => {
      // @ts-expect-error: only a member's or an owner's call has a project
      assert.equal(call.project, undefined);
      return { reply: { unread: first, mentions: second } };
    },
  });
  assert.equal(action.fields.length, 3);
  for (const malformed of ["", "token", "token 1", "token 1 x", "token 1 2 3"]) {
    assert.equal(action.prepare(malformed), null, malformed);
  }
  const prepared = action.prepare("token 1 2");
  assert(prepared?.gate === "user");
  assert.equal(prepared.token, "token");
});

function commit(): Commit<Message> {
  return new Commit<Message>();
}
