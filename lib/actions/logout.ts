import { defineAction } from "./action.ts";

/** Ends the token's session at once, on every connection (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "logout",
  audit: { name: "đăng xuất" },
  gate: "user",
  fields: {},
  usage: "logout <token>",
  run(_fields, { session }, { store, authenticator, rooms, clock }) {
    return store.write("endSession", { id: session.id, at: clock.wall() }).map(() => {
      authenticator.end(session.id);
      return { reply: {}, events: rooms.endSessions(({ id }) => id === session.id) };
    });
  },
});
