import {
  type Invitation,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "../../../../lib/model/accounts/invitation.ts";
import type { Language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/translate.ts";
import type { AccountsData, InvitationForm } from "../accounts_data.ts";
import { InvitationAbout } from "./invitation_about.tsx";

interface InvitationsCardProps {
  data: Pick<AccountsData, "invitations" | "form" | "problem">;
  /** The path that the forms are posted to. */
  action: string;
  language: Language;
  now: Date;
}

/** The invitations: the form to make one, and those that there are. */
export function InvitationsCard({ data, action, language, now }: InvitationsCardProps) {
  const { invitations, form, problem } = data;
  const open = invitations.filter(({ used, uses, expires_at }) =>
    used < uses && Date.parse(expires_at) > now.getTime()
  );
  const over = invitations.filter((invitation) => !open.includes(invitation));
  const rows = (invitations: Invitation[]) => (
    <ul class="account-list">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} {...{ invitation, action, language, now }} />
      ))}
    </ul>
  );
  return (
    <section class="card">
      <h2 id="invitations">{t(language, "invitations")}</h2>
      <p class="hint">{t(language, "invitations_means")}</p>
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      <NewInvitation {...{ form, action, language }} />
      {open.length === 0
        ? <p class="hint">{t(language, "invitations_none")}</p>
        : (
          <details open={problem !== null || open.length <= 3}>
            <summary>{t(language, "invitations_open")} ({open.length})</summary>
            {rows(open)}
          </details>
        )}
      {over.length > 0 && (
        <details>
          <summary>{t(language, "invitations_over", { count: over.length })}</summary>
          {rows(over)}
        </details>
      )}
    </section>
  );
}

interface NewInvitationProps {
  form: InvitationForm;
  action: string;
  language: Language;
}

function NewInvitation({ form: { uses, days, problem }, action, language }: NewInvitationProps) {
  const number = (name: "uses" | "days", value: string, most: number) => (
    <div class="field">
      <label for={name}>{t(language, `invitation_${name}`)}</label>
      <input
        id={name}
        name={name}
        type="number"
        min={1}
        max={most}
        required
        value={value}
        autocomplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : "invitation-problem"}
        autofocus={problem !== null && name === "uses"}
      />
    </div>
  );
  return (
    <>
      {problem !== null && <p class="problem" id="invitation-problem" role="alert">{problem}</p>}
      <form method="post" action={action} class="new-invitation" aria-labelledby="invitations">
        <input type="hidden" name="do" value="invite" />
        {number("uses", uses, MAX_INVITATION_USES)}
        {number("days", days, MAX_INVITATION_DAYS)}
        <button type="submit">{t(language, "invitation_make")}</button>
      </form>
    </>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  action: string;
  language: Language;
  now: Date;
}

function InvitationRow({ invitation, action, language, now }: InvitationRowProps) {
  const { id } = invitation;
  return (
    <li>
      <div class="account-about">
        <p class="account-title">{t(language, "invitation_number", { id: String(id) })}</p>
        <p class="hint">
          <InvitationAbout {...{ invitation, language, now }} />
        </p>
      </div>
      <form method="post" action={action}>
        <input type="hidden" name="do" value="revoke" />
        <input type="hidden" name="invitation" value={id} />
        <button
          type="submit"
          class="secondary"
          aria-label={t(language, "invitation_revoke_of", { id: String(id) })}
        >
          {t(language, "invitation_revoke")}
        </button>
      </form>
    </li>
  );
}
