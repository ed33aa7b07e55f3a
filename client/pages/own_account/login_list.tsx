import type { ListedSession } from "../../../lib/model/accounts/account_lists.ts";
import { TimeSentence } from "../../components/accounts/time_sentence.tsx";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

interface LoginListProps {
  logins: ListedSession[];
  /** The path that the forms are posted to. */
  action: string;
  language: Language;
  now: Date;
}

/** The devices on which the person is logged in, this one first, with the buttons that log them out. */
export function LoginList({ logins, action, language, now }: LoginListProps) {
  const thisFirst = logins.toSorted((a, b) => Number(b.current) - Number(a.current));
  const alone = logins.every(({ current }) => current);
  return (
    <>
      <ul class="account-list">
        {thisFirst.map((login) => (
          <li key={login.id}>
            <LoginAbout {...{ login, language, now }} />
            {!login.current && (
              <form method="post" action={action}>
                <input type="hidden" name="do" value="end" />
                <input type="hidden" name="login" value={login.id} />
                <button
                  type="submit"
                  class="secondary"
                  aria-label={t(language, "device_end_of", { address: addressOf(login, language) })}
                >
                  {t(language, "device_end")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {alone
        ? <p class="hint">{t(language, "device_alone")}</p>
        : (
          <form method="post" action={action}>
            <input type="hidden" name="do" value="end_others" />
            <button type="submit" class="danger">{t(language, "devices_end_others")}</button>
          </form>
        )}
    </>
  );
}

interface LoginAboutProps {
  login: ListedSession;
  language: Language;
  now: Date;
}

function LoginAbout({ login, language, now }: LoginAboutProps) {
  return (
    <div class="account-about">
      <p class="account-line">
        <span class="account-title">{addressOf(login, language)}</span>
        {login.current && <span class="badge">{t(language, "device_here")}</span>}
      </p>
      <p class="hint">
        <TimeSentence
          {...{ language, now }}
          text={t(language, "device_since")}
          iso={login.created_at}
        />
        {" · "}
        <TimeSentence
          {...{ language, now }}
          text={t(language, "device_used")}
          iso={login.last_used_at}
        />
      </p>
    </div>
  );
}

function addressOf({ address }: ListedSession, language: Language): string {
  return address === "" ? t(language, "device_at_unknown") : t(language, "device_at", { address });
}
