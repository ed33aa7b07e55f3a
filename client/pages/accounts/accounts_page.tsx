import { asset, Head } from "fresh/runtime";
import { PageHead } from "../../components/shell/page_head.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { ofServer } from "../../shared/paths.ts";
import { TodayScript } from "../today_script.tsx";
import { AccountList } from "./account_list.tsx";
import type { AccountsData } from "./accounts_data.ts";
import { AccountSearchForm } from "./account_search_form.tsx";
import { AccountsPager } from "./accounts_pager.tsx";
import { InvitationsCard } from "./invitations/invitations_card.tsx";
import { MadeInvitation } from "./invitations/made_invitation.tsx";

interface AccountsPageProps {
  data: AccountsData;
  state: State;
  url: URL;
}

/** The page of everybody's accounts, and of the invitations to make one, for admins. */
export function AccountsPage({ data, state, url }: AccountsPageProps) {
  const { language } = state;
  const { search, found, made } = data;
  const me = pageUser(state, url);
  const now = new Date();
  const asked = search.q !== "" || search.show !== "all";
  const server = state.server.address;
  return (
    <div class="part-page">
      <Head>
        <title>{t(language, "admin_people")} · Chung</title>
        <link rel="stylesheet" href={asset("/accounts.css")} />
      </Head>
      <TodayScript />
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>
        {t(language, "admin_people")}
      </PageHead>
      {made !== null && (
        <MadeInvitation
          invitation={made}
          origin={state.server.fixed === "shared" ? url.origin : null}
          {...{ server, language, now }}
        />
      )}
      <InvitationsCard
        {...{ data, language, now }}
        action={ofServer("/people", server, me)}
      />
      <section class="card" aria-label={t(language, "admin_people")}>
        <AccountSearchForm search={search} language={language} />
        <p class="hint">
          {t(language, asked ? "accounts_found" : "accounts_count", { count: found.count })}
        </p>
        {found.count === 0
          ? <p>{t(language, "accounts_none")}</p>
          : <AccountList accounts={found.accounts} {...{ me, language, now }} />}
        <AccountsPager {...{ search, found, language }} />
      </section>
    </div>
  );
}
