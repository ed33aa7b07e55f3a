import { asset, Head } from "fresh/runtime";
import { AccountNames } from "../../components/accounts/account_names.tsx";
import { TimeSentence } from "../../components/accounts/time_sentence.tsx";
import { Avatar } from "../../components/avatar.tsx";
import { NamedText } from "../../components/named_text.tsx";
import { PageHead } from "../../components/shell/page_head.tsx";
import { TextField } from "../../components/text_field.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { ofServer } from "../../shared/paths.ts";
import { TodayScript } from "../today_script.tsx";
import type { AccountData } from "./account_data.ts";
import { AccountBadges, LastSeen } from "./account_list.tsx";
import { AccountForm } from "./account_form.tsx";
import { CopyField } from "./copy_field.tsx";

interface AccountPageProps {
  data: AccountData;
  state: State;
  url: URL;
}

/** The page of somebody's account, for admins: role, password, access. */
export function AccountPage({ data, state, url }: AccountPageProps) {
  const { language } = state;
  const { account, problems, issued } = data;
  const { username, role, disabled } = account;
  const me = pageUser(state, url);
  const self = username === me;
  const now = new Date();
  const path = `/people/${username}`;
  const action = ofServer(path, state.server.address, me);
  const say = (key: Parameters<typeof t>[1]) => (
    <NamedText text={t(language, key)} values={{ user: username }} />
  );
  return (
    <div class="part-page">
      <Head>
        <title>{isolated(account.name ?? username)} · Chung</title>
        <link rel="stylesheet" href={asset("/accounts.css")} />
      </Head>
      <TodayScript />
      <PageHead back={{ href: "/people", label: t(language, "accounts_back") }}>
        <AccountNames user={account} />
      </PageHead>
      <div class="account-row">
        <Avatar name={username} size="medium" />
        <p class="about account-line">
          <span>
            <TimeSentence
              text={t(language, "account_made")}
              iso={account.created_at}
              {...{ language, now }}
            />
            {" · "}
            <LastSeen {...{ account, language, now }} />
          </span>
          <AccountBadges {...{ account, me, language }} />
        </p>
      </div>
      {issued !== null && (
        <section class="card told-once" aria-label={t(language, "password_new")}>
          <p role="status" tabIndex={-1} autofocus>
            {say("account_reset_done")} {say("account_reset_once")}
          </p>
          <CopyField
            id="issued"
            label={t(language, "password_new")}
            value={issued}
            language={language}
          />
        </section>
      )}
      <section class="card">
        <h2>{t(language, "account_role")}</h2>
        <p>{say(role === "admin" ? "account_is_admin" : "account_is_user")}</p>
        <FormProblem text={problems.role} />
        {role !== "admin"
          ? (
            <AccountForm action={action} deed="make_admin" class="secondary">
              {t(language, "account_make_admin")}
            </AccountForm>
          )
          : self
          ? (
            <p>
              <a class="button secondary" href={`${path}/ask?about=make_user`}>
                {t(language, "account_step_down")}…
              </a>
            </p>
          )
          : (
            <AccountForm action={action} deed="make_user" class="secondary">
              {t(language, "account_make_user")}
            </AccountForm>
          )}
      </section>
      <section class="card">
        <h2 id="reset">{t(language, "account_reset")}</h2>
        {self
          ? (
            <p>
              {t(language, "account_reset_own")}{" "}
              <a href="/account">{t(language, "your_account")}</a>
            </p>
          )
          : (
            <>
              <p class="hint">{say("account_reset_means")}</p>
              <form method="post" action={action} aria-labelledby="reset">
                <input type="hidden" name="do" value="reset" />
                <TextField
                  name="new"
                  label={t(language, "password_new")}
                  hint={t(language, "account_reset_hint")}
                  problem={problems.password}
                  autocomplete="off"
                  verbatim
                  autofocus={problems.password !== undefined}
                />
                <button type="submit" class="danger">{t(language, "account_reset")}</button>
              </form>
            </>
          )}
      </section>
      <section class="card">
        <h2>{t(language, "account_access")}</h2>
        <p>{say(disabled ? "account_cannot_log_in" : "account_can_log_in")}</p>
        <FormProblem text={problems.access} />
        {disabled
          ? (
            <AccountForm action={action} deed="enable" class="secondary">
              {t(language, "account_enable")}
            </AccountForm>
          )
          : (
            <p>
              <a class="button danger" href={`${path}/ask?about=disable`}>
                {t(language, "account_disable")}
              </a>
            </p>
          )}
      </section>
    </div>
  );
}

function FormProblem({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p class="problem" role="alert">{text}</p>;
}
