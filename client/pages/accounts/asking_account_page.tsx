import { asset, Head } from "fresh/runtime";
import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import { NamedText } from "../../components/named_text.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { ofServer } from "../../shared/paths.ts";
import { AccountForm } from "./account_form.tsx";

/** Changes that are asked about first. */
export const ASKED = ["disable", "make_user"] as const;

export interface AskingAccountData {
  account: ListedUser;
  about: typeof ASKED[number];
}

interface AskingAccountPageProps {
  data: AskingAccountData;
  state: State;
  url: URL;
}

/** The page that asks before an account is disabled, or before an admin steps down. */
export function AskingAccountPage({ data, state, url }: AskingAccountPageProps) {
  const { language } = state;
  const { account: { username }, about } = data;
  const me = pageUser(state, url);
  const path = `/people/${username}`;
  const disables = about === "disable";
  const question = t(
    language,
    disables ? "account_disable_question" : "account_step_down_question",
    { user: username },
  );
  return (
    <div class="card narrow">
      <Head>
        <title>{question} · Chung</title>
        <link rel="stylesheet" href={asset("/accounts.css")} />
      </Head>
      <h1>{question}</h1>
      <p>
        <NamedText
          text={t(language, disables ? "account_disable_means" : "account_step_down_means")}
          values={{ user: username }}
        />
      </p>
      {disables && username === me && (
        <p class="notice-box">{t(language, "account_disable_self_means")}</p>
      )}
      <AccountForm
        action={ofServer(path, state.server.address, me)}
        deed={about}
        class="danger"
      >
        {t(language, disables ? "account_disable_confirm" : "account_step_down")}
      </AccountForm>
      <p>
        <a class="button secondary" href={path}>{t(language, "cancel")}</a>
      </p>
    </div>
  );
}
