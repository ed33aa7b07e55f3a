import { adminId, defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Takes an invitation back (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "revoke",
  audit: { name: "thu hồi lời mời" },
  gate: "admin",
  fields: { invitationId: number },
  usage: "revoke <token> <invitation_id>",
  run({ invitationId }, call, { store, clock }) {
    const admin = adminId(call);
    return store.write("revokeInvitation", { id: invitationId, admin, at: clock.wall() })
      .map(() => ({ reply: {} }));
  },
});
