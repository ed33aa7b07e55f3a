import { Head } from "fresh/runtime";
import { AccountForm, type AccountFormData } from "../components/account_form.tsx";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { WaitingForServer } from "./waiting_for_server.tsx";

/** What the pages to log in and to register show. */
export interface AccountPageData extends AccountFormData {
  /** Whether nobody would hear what is typed: the server can't be reached. */
  waiting: boolean;
}

interface AccountPageProps {
  kind: "login" | "register";
  language: Language;
  /** `HOST:PORT`. */
  server: string;
  data: AccountPageData;
}

/** The page to log in, or to register. */
export function AccountPage({ kind, language, server, data }: AccountPageProps) {
  return (
    <>
      <Head>
        <title>{t(language, kind === "login" ? "log_in_title" : "register_title")} · Chung</title>
      </Head>
      {data.waiting
        ? <WaitingForServer language={language} server={server} />
        : <AccountForm kind={kind} language={language} server={server} data={data} />}
    </>
  );
}
