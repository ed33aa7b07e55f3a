import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import { AccountNames } from "../../components/accounts/account_names.tsx";
import { TimeSentence } from "../../components/accounts/time_sentence.tsx";
import { Avatar } from "../../components/avatar.tsx";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

interface AccountListProps {
  accounts: readonly ListedUser[];
  /** The username of the admin who looks. */
  me: string;
  language: Language;
  now: Date;
}

/** A list of accounts, each leading to its page. */
export function AccountList({ accounts, me, language, now }: AccountListProps) {
  return (
    <ul class="account-list">
      {accounts.map((account) => (
        <li key={account.id}>
          <a class="account-row" href={`/people/${account.username}`}>
            <Avatar name={account.username} size="medium" />
            <span class="account-about">
              <span class="account-line">
                <AccountNames user={account} />
                <AccountBadges account={account} me={me} language={language} />
              </span>
              <span class="hint">
                <LastSeen account={account} language={language} now={now} />
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface AccountBadgesProps {
  account: ListedUser;
  me: string;
  language: Language;
}

/** Marks of an account that is special. */
export function AccountBadges({ account, me, language }: AccountBadgesProps) {
  return (
    <>
      {account.username === me && <Badge text={t(language, "account_you")} />}
      {account.role === "admin" && <Badge text={t(language, "account_admin")} />}
      {account.disabled && <Badge text={t(language, "account_disabled")} off />}
    </>
  );
}

function Badge({ text, off = false }: { text: string; off?: boolean }) {
  return <span class={off ? "badge off" : "badge"}>{text}</span>;
}

interface LastSeenProps {
  account: ListedUser;
  language: Language;
  now: Date;
}

/** Tells when somebody was last here. */
export function LastSeen({ account: { last_seen_at: iso }, language, now }: LastSeenProps) {
  if (iso === null) return <>{t(language, "account_never_seen")}</>;
  return <TimeSentence text={t(language, "account_seen")} {...{ iso, language, now }} />;
}
