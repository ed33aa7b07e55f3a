import WaitForServer from "../../islands/WaitForServer.tsx";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";

interface WaitingForServerProps {
  language: Language;
  /** `HOST:PORT`, prefixed with `tls://` for TLS. */
  server: string;
  /** Why the server can't be trusted; null when it just doesn't answer. */
  problem?: string | null;
}

/**
 * Replaces a page while the server is unreachable. With script it opens again by itself; the form to change the address
 * is on its own page, so that this can't discard what is being typed.
 */
export function WaitingForServer({ language, server, problem = null }: WaitingForServerProps) {
  return (
    <div class="card narrow">
      <h1>{t(language, problem === null ? "page_unreachable_title" : "page_unsafe_title")}</h1>
      {problem === null ? <p>{t(language, "page_unreachable_text", { server })}</p> : (
        <>
          <p>
            {t(language, "server_at")} {server}
          </p>
          <p class="problem" role="alert">{problem}</p>
        </>
      )}
      <WaitForServer text={t(language, "page_opens_by_itself")} />
      <p>
        <a class="button" href="">{t(language, "try_again")}</a>
      </p>
      <p class="other-way">
        <a href="/server">{t(language, "server_choose")}</a>
      </p>
    </div>
  );
}
