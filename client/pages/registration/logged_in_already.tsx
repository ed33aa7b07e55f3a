import { Head } from "fresh/runtime";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

/** Stands in for the form of an invitation where somebody is logged in. */
export function LoggedInAlready({ username, language }: { username: string; language: Language }) {
  return (
    <div class="card narrow">
      <Head>
        <title>{t(language, "join_title")} · Chung</title>
      </Head>
      <h1>{t(language, "join_title")}</h1>
      <p>{t(language, "join_logged_in", { user: username })}</p>
      <form method="post" action="/logout">
        <button type="submit">{t(language, "log_out")}</button>
      </form>
      <p>
        <a class="button secondary" href="/">{t(language, "back_to_start")}</a>
      </p>
    </div>
  );
}
