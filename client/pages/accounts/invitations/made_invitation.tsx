import type { Invitation } from "../../../../lib/model/accounts/invitation.ts";
import type { Language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/translate.ts";
import { CopyField } from "../copy_field.tsx";
import { InvitationAbout } from "./invitation_about.tsx";

interface MadeInvitationProps {
  invitation: Invitation & { code: string };
  /** The origin of pages that are for others too; null where they are for this machine alone. */
  origin: string | null;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  now: Date;
}

/** Tells an invitation that was just made: a link, or the code where others can't open these pages. */
export function MadeInvitation({ invitation, origin, server, language, now }: MadeInvitationProps) {
  const kind = origin === null ? "invitation_code" : "invitation_link";
  return (
    <section class="card told-once" aria-label={t(language, kind)}>
      <p role="status" tabIndex={-1} autofocus>{t(language, `${kind}_means`, { server })}</p>
      <CopyField
        id="invitation"
        label={t(language, kind)}
        // Behind the # it is sent to no server, and gets into no log.
        value={origin === null ? invitation.code : `${origin}/join#${invitation.code}`}
        language={language}
      />
      <p class="hint">
        <InvitationAbout {...{ invitation, language, now }} />
      </p>
    </section>
  );
}
