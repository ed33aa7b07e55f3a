import { defineAction } from "./action.ts";

/** Invitations of the reply, at most. */
const MOST = 1_000;

/** Lists the invitations, the newest first (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "invitations",
  audit: { name: "xem lời mời" },
  gate: "admin",
  fields: {},
  usage: "invitations <token>",
  bulky: true,
  async run(_fields, _call, { store }) {
    return { reply: { invitations: await store.listInvitations(MOST) } };
  },
});
