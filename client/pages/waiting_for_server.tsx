import { Head } from "fresh/runtime";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";

interface WaitingForServerProps {
  language: Language;
  /** `HOST:PORT`. */
  server: string;
}

/**
 * Shown in place of a page that the server's absence keeps away; loads again by itself, without script. The form
 * for another address is on a page of its own, where that can't take away what is half typed.
 */
export function WaitingForServer({ language, server }: WaitingForServerProps) {
  return (
    <div class="card narrow">
      <Head>
        <meta http-equiv="refresh" content="5" />
      </Head>
      <h1>{t(language, "page_unreachable_title")}</h1>
      <p role="status">{t(language, "page_unreachable_text", { server })}</p>
      <p>
        <a class="button" href="">{t(language, "try_again")}</a>
      </p>
      <p class="other-way">
        <a href="/server">{t(language, "server_choose")}</a>
      </p>
    </div>
  );
}
