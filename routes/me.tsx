import { Head } from "fresh/runtime";
import { page } from "fresh";
import { PageHead } from "../client/components/shell/page_head.tsx";
import { define } from "../client/http/define.ts";
import { redirectToLogin } from "../client/http/redirect_to_login.ts";
import { enterTexts } from "../client/i18n/enter_texts.ts";
import { notifyTexts } from "../client/i18n/notify_texts.ts";
import { t } from "../client/i18n/translate.ts";
import { THEMES } from "../client/shared/theme.ts";
import BrowserSetting from "../islands/settings/BrowserSetting.tsx";

const LANGUAGES = { vi: "Tiếng Việt", en: "English" };

export const handler = define.handlers({
  GET: (ctx) => ctx.state.session === null ? redirectToLogin(ctx, false) : page(),
});

/** The person's settings in this browser. */
export default define.page<typeof handler>(function MePage({ state }) {
  const { language, theme, server, session } = state;
  const username = session?.user.username ?? "";
  return (
    <div class="part-page">
      <Head>
        <title>{t(language, "settings")} · Chung</title>
      </Head>
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>
        {t(language, "settings")}
      </PageHead>
      <section class="card">
        <h2 id="language">{t(language, "language")}</h2>
        <form method="post" action="/language" class="choices" aria-labelledby="language">
          {Object.entries(LANGUAGES).map(([value, name]) => (
            <Choice key={value} name="language" value={value} lang={value} on={value === language}>
              {name}
            </Choice>
          ))}
        </form>
        <h2 id="theme">{t(language, "theme")}</h2>
        <form method="post" action="/theme" class="choices" aria-labelledby="theme">
          {THEMES.map((value) => (
            <Choice key={value} name="theme" value={value} on={value === theme}>
              {t(language, `theme_${value}`)}
            </Choice>
          ))}
        </form>
      </section>
      <section class="card">
        <h2 id="enter">{t(language, "enter_key")}</h2>
        <BrowserSetting what="enter" texts={enterTexts(language)} />
        <noscript>
          <p>{t(language, "enter_without_script")}</p>
        </noscript>
        <p class="hint">{t(language, "enter_on_touch")}</p>
      </section>
      <section class="card">
        <h2>{t(language, "notifications")}</h2>
        <p class="hint">{t(language, "notify_means")}</p>
        <noscript>
          <p>{t(language, "notify_without_script")}</p>
        </noscript>
        <BrowserSetting what="notifications" texts={notifyTexts(language)} />
      </section>
      <section class="card">
        <h2>{t(language, "server_title")}</h2>
        <p>
          {server.address} · <a href="/server">{t(language, "server_choose")}</a>
        </p>
      </section>
      <section class="card">
        <h2>{t(language, "account")}</h2>
        {username !== "" && <p>{t(language, "logged_in_as", { user: username })}</p>}
        <p>
          <a class="button secondary" href="/account">{t(language, "account_open")}</a>
        </p>
        <form method="post" action="/logout">
          <button type="submit" class="secondary">{t(language, "log_out")}</button>
        </form>
      </section>
    </div>
  );
});

interface ChoiceProps {
  name: string;
  value: string;
  on: boolean;
  lang?: string;
  children: string;
}

/** A button of a row of which one is chosen. */
function Choice({ on, children, ...button }: ChoiceProps) {
  return (
    <button type="submit" class="secondary" aria-pressed={on} {...button}>
      {children}
    </button>
  );
}
