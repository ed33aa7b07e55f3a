import { ChungError } from "../errors.ts";
import {
  INVITATION_DAYS,
  INVITATION_USES,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "../model/accounts/invitation.ts";
import { randomLetters } from "../model/accounts/random_letters.ts";
import { storedSecret } from "../model/accounts/stored_secret.ts";
import { adminId, defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** 130 bits can't be guessed. */
const CODE_LENGTH = 26;

/** Makes an invitation, and tells its code this once (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "invite",
  audit: { name: "mời" },
  gate: "admin",
  fields: { limitUses: optionalNumber, limitDays: optionalNumber },
  usage: "invite <token> [uses] [days]",
  run({ limitUses, limitDays }, call, { store, clock }) {
    const uses = limitUses ?? INVITATION_USES;
    const days = limitDays ?? INVITATION_DAYS;
    if (!(uses >= 1 && uses <= MAX_INVITATION_USES && days >= 1 && days <= MAX_INVITATION_DAYS)) {
      throw new ChungError(
        "bad_request",
        `an invitation has 1 to ${MAX_INVITATION_USES} uses and 1 to ${MAX_INVITATION_DAYS} days`,
      );
    }
    const code = randomLetters(CODE_LENGTH);
    const at = clock.wall();
    const admin = adminId(call);
    return store.write("createInvitation", {
      ...{ code: storedSecret(code), uses, admin, at },
      expiresAt: at + days * DAY,
    }).map(({ id, ...invitation }) => ({ reply: { invitation: { id, code, ...invitation } } }));
  },
});
