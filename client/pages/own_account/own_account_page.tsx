import { asset, Head } from "fresh/runtime";
import { TextField } from "../../components/text_field.tsx";
import { PageHead } from "../../components/shell/page_head.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { ofServer } from "../../shared/paths.ts";
import { TodayScript } from "../today_script.tsx";
import { WaitingForServer } from "../waiting_for_server.tsx";
import { LoginList } from "./login_list.tsx";
import type { OwnAccountData } from "./own_account_data.ts";

interface OwnAccountPageProps {
  data: OwnAccountData;
  state: State;
  url: URL;
}

/** The page of the person's own account: display name, password, devices. */
export function OwnAccountPage({ data, state, url }: OwnAccountPageProps) {
  const { language } = state;
  const { name, logins, problem, problems } = data;
  const server = state.server.address;
  const username = pageUser(state, url);
  const action = ofServer("/account", server, username);
  const refused = Object.keys(problems).length > 0;
  const title = (
    <Head>
      <title>{t(language, "your_account")} · Chung</title>
      <link rel="stylesheet" href={asset("/accounts.css")} />
    </Head>
  );
  if (problem?.code === "unreachable" && !refused) {
    return (
      <>
        {title}
        <WaitingForServer language={language} server={server} />
      </>
    );
  }
  // No page tells a password back, so all of the form has to be filled in again.
  const passwordRefused = ["current", "new", "again", "password_form"].some((at) => at in problems);
  return (
    <div class="part-page">
      {title}
      <TodayScript />
      <PageHead back={{ href: "/me", label: t(language, "back_to_settings") }}>
        {t(language, "your_account")}
      </PageHead>
      <p class="about">
        {t(language, "logged_in_as", { user: username })}
        {state.session?.user.role === "admin" && ` · ${t(language, "account_role_admin")}`}
      </p>
      {problem?.status === 401 && (
        <p class="problem" role="alert">
          {problem.text} <a href="/login" target="_blank">{t(language, "log_in")}</a>
        </p>
      )}
      <section class="card">
        <h2 id="account-name">{t(language, "account_name")}</h2>
        <FormProblem text={problems.name_form} />
        <form method="post" action={action} aria-labelledby="account-name">
          <input type="hidden" name="do" value="name" />
          <TextField
            name="name"
            label={t(language, "display_name")}
            value={name}
            hint={t(language, "display_name_hint", { user: username })}
            problem={problems.name}
            autocomplete="name"
            autofocus={"name" in problems || "name_form" in problems}
          />
          <button type="submit">{t(language, "display_name_save")}</button>
        </form>
      </section>
      <section class="card">
        <h2 id="password-change">{t(language, "password_change")}</h2>
        <p class="hint">{t(language, "password_change_means")}</p>
        <FormProblem text={problems.password_form} />
        <form method="post" action={action} aria-labelledby="password-change">
          <input type="hidden" name="do" value="password" />
          {/* Tells password managers whose password it is. */}
          <input name="username" value={username} autocomplete="username" readOnly hidden />
          <TextField
            name="current"
            type="password"
            label={t(language, "password_current")}
            problem={problems.current}
            autocomplete="current-password"
            autofocus={passwordRefused}
          />
          <TextField
            name="new"
            type="password"
            label={t(language, "password_new")}
            hint={t(language, "password_hint")}
            problem={problems.new}
            autocomplete="new-password"
          />
          <TextField
            name="again"
            type="password"
            label={t(language, "password_again")}
            problem={problems.again}
            autocomplete="new-password"
          />
          {state.accounts.inTheClear && (
            <p class="notice-box">{t(language, "in_the_clear", { server })}</p>
          )}
          <button type="submit">{t(language, "password_change")}</button>
        </form>
      </section>
      <section class="card">
        <h2>{t(language, "devices")}</h2>
        <p class="hint">
          {t(language, "devices_means")}
          {state.server.fixed === "shared" && ` ${t(language, "devices_shared")}`}
        </p>
        <FormProblem
          text={problems.devices ?? (problem?.status === 401 ? undefined : problem?.text)}
        />
        {logins !== null && <LoginList {...{ logins, action, language, now: new Date() }} />}
      </section>
    </div>
  );
}

function FormProblem({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p class="problem" role="alert">{text}</p>;
}
