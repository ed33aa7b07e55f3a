import { Head } from "fresh/runtime";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";

/** Shown in place of a page that the server's absence keeps away; loads again by itself, without script. */
export function WaitingForServer({ language }: { language: Language }) {
  return (
    <div class="card narrow">
      <Head>
        <meta http-equiv="refresh" content="5" />
      </Head>
      <h1>{t(language, "page_unreachable_title")}</h1>
      <p role="status">{t(language, "page_unreachable_text")}</p>
      <p>
        <a class="button" href="">{t(language, "try_again")}</a>
      </p>
    </div>
  );
}
