import { Head } from "fresh/runtime";
import { AccountForm, type AccountFormData } from "../components/account_form.tsx";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import type { Problem } from "../http/problem.ts";
import { WaitingForServer } from "./waiting_for_server.tsx";

/** What the pages to log in and to register show. */
export interface AccountPageData extends AccountFormData {
  /** Why nobody would hear what is typed; null where the server answers. */
  absence: Problem | null;
}

interface AccountPageProps {
  kind: "login" | "register";
  language: Language;
  /** `HOST:PORT`, `tls://` before it for TLS. */
  server: string;
  /** Whether others on the way there could read a password. */
  inTheClear: boolean;
  data: AccountPageData;
}

/** The page to log in, or to register. */
export function AccountPage({ kind, language, server, inTheClear, data }: AccountPageProps) {
  const { absence } = data;
  return (
    <>
      <Head>
        <title>{t(language, kind === "login" ? "log_in_title" : "register_title")} · Chung</title>
      </Head>
      {absence !== null
        ? (
          <WaitingForServer
            language={language}
            server={server}
            problem={absence.code === "unreachable" ? null : absence.text}
          />
        )
        : (
          <AccountForm
            kind={kind}
            language={language}
            server={server}
            inTheClear={inTheClear}
            data={data}
          />
        )}
    </>
  );
}
