import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Takes an invitation back (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "revoke",
  audit: { name: "thu hồi lời mời" },
  gate: "admin",
  fields: { invitationId: number },
  usage: "revoke <token> <invitation_id>",
  run({ invitationId }, { session }, { store, clock }) {
    const admin = session?.user.id ?? null;
    return store.write("revokeInvitation", { id: invitationId, admin, at: clock.wall() })
      .map(() => ({ reply: {} }));
  },
});
