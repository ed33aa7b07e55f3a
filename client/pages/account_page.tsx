import { Head } from "fresh/runtime";
import { AccountForm, type AccountFormData, TITLES } from "../components/account_form.tsx";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import type { Problem } from "../http/problem.ts";
import { WaitingForServer } from "./waiting_for_server.tsx";

/** Data of the login and registration pages; with a code, that of who is invited. */
export interface AccountPageData extends AccountFormData {
  /** Why the server can't be used; null when it answers. */
  absence: Problem | null;
}

interface AccountPageProps {
  kind: keyof typeof TITLES;
  language: Language;
  /** `HOST:PORT`, prefixed with `tls://` for TLS. */
  server: string;
  /** Whether the connection to the server is unencrypted, so that others could read the password. */
  inTheClear: boolean;
  /** See `AccountForm`. */
  tellsServer: boolean;
  data: AccountPageData;
}

/** The login or registration page. */
export function AccountPage(props: AccountPageProps) {
  const { kind, language, server, data } = props;
  const { absence } = data;
  return (
    <>
      <Head>
        <title>{t(language, TITLES[kind])} · Chung</title>
      </Head>
      {absence !== null
        ? (
          <WaitingForServer
            language={language}
            server={server}
            problem={absence.code === "unreachable" ? null : absence.text}
          />
        )
        : <AccountForm {...props} />}
    </>
  );
}
