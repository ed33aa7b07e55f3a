import assert from "node:assert/strict";
import { defineAction } from "../../lib/actions/action.ts";
import { number } from "../../lib/actions/field.ts";

/** Never called: the compiler is what is tested, and an expected error that doesn't come is one. */
export function refusedByTheCompiler(): void {
  const common = { audit: null, gate: "none", fields: {}, usage: "" } as const;
  // @ts-expect-error a reply lacks what its action answers
  defineAction({ ...common, name: "ping", run: () => ({ reply: {} }) });
  // @ts-expect-error there is no such action
  defineAction({ ...common, name: "pong", run: () => ({ reply: { time: "" } }) });
  defineAction({
    ...common,
    name: "logout",
    run: () => ({
      reply: {},
      // @ts-expect-error an event's data is not what its type says
      events: [{ type: "typing", data: { user: "an" }, by: null, to: { connections: [] } }],
    }),
  });
  // @ts-expect-error a gate without a token brings no session
  defineAction({ ...common, name: "logout", run: (_, { session }) => ({ reply: { session } }) });
  defineAction({
    ...common,
    name: "logout",
    fields: { limit: number },
    // @ts-expect-error a field is decoded to its own type
    run: ({ limit }) => ({ reply: limit.length }),
  });
  defineAction({
    ...common,
    name: "rename_project",
    gate: "user",
    run: (_fields, { session: { user } }, { store }) =>
      // @ts-expect-error a commit is held to the reply too
      store.write("renameProject", { projectId: 1, actorId: user.id, name: "" })
        .map(() => ({ reply: {} })),
  });
}

Deno.test("defineAction refuses a reply, event, gate or field of another type when it is compiled", () => {
  assert.equal(typeof refusedByTheCompiler, "function");
});
