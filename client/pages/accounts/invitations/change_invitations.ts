import { ChungError } from "../../../../lib/errors.ts";
import {
  type Invitation,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "../../../../lib/model/accounts/invitation.ts";
import { formProblem, RefusedForm } from "../../../http/problem.ts";
import type { FormFields } from "../../../http/read_form.ts";
import type { Language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/translate.ts";
import type { PersonSession } from "../../../session/person_session.ts";
import { pageNumber } from "../../../shared/paths.ts";

/** Makes an invitation, or takes one back, as the field `do` says; returns the one that was made. */
export function changeInvitations(language: Language) {
  return async (
    session: PersonSession,
    fields: FormFields,
  ): Promise<(Invitation & { code: string }) | null> => {
    switch (fields.exact("do")) {
      case "invite": {
        const uses = pageNumber(fields.exact("uses").trim()) ?? 0;
        const days = pageNumber(fields.exact("days").trim()) ?? 0;
        const most = { uses: MAX_INVITATION_USES, days: MAX_INVITATION_DAYS };
        if (uses < 1 || uses > most.uses || days < 1 || days > most.days) {
          const text = t(language, "invitation_numbers", most);
          throw new RefusedForm(formProblem("bad_request", text));
        }
        return await session.administration.invite(uses, days);
      }
      case "revoke":
        await session.administration.revoke(Number(fields.exact("invitation")));
        return null;
      default:
        throw new ChungError("bad_request", "there is no such form");
    }
  };
}
