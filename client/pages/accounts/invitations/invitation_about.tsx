import type { Invitation } from "../../../../lib/model/accounts/invitation.ts";
import { TimeSentence } from "../../../components/accounts/time_sentence.tsx";
import type { Language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/translate.ts";

interface InvitationAboutProps {
  invitation: Invitation;
  language: Language;
  now: Date;
}

/** Tells how far an invitation is used, when it expires, and who made it. */
export function InvitationAbout({ invitation, language, now }: InvitationAboutProps) {
  const { used, uses, expires_at: iso, by } = invitation;
  return (
    <>
      {t(language, "invitation_used", { used, uses })}
      {" · "}
      <TimeSentence text={t(language, "invitation_expires")} {...{ iso, language, now }} />
      {" · "}
      {by === null
        ? t(language, "invitation_by_operator")
        : t(language, "invitation_by", { user: by })}
    </>
  );
}
