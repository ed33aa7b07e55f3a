import { asset, Head } from "fresh/runtime";
import { PageHead } from "../../components/shell/page_head.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { serverTexts } from "../../i18n/administration/server_texts.ts";
import { t } from "../../i18n/translate.ts";
import ServerFigures from "../../../islands/administration/ServerFigures.tsx";
import type { ServerPageData } from "./server_page_data.ts";
import { SettingsInForce } from "./settings_in_force.tsx";

interface ServerPageProps {
  data: ServerPageData;
  state: State;
  url: URL;
}

/** The page on which admins see how the server does. */
export function ServerPage({ data, state, url }: ServerPageProps) {
  const { language, server } = state;
  const title = t(language, "admin_server");
  return (
    <div class="part-page server-page">
      <Head>
        <title>{title} · Chung</title>
        <link rel="stylesheet" href={asset("/administration.css")} />
      </Head>
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>{title}</PageHead>
      <ServerFigures
        state={data.state}
        server={server.address}
        username={pageUser(state, url)}
        texts={serverTexts(language)}
      />
      <SettingsInForce settings={data.settings} language={language} />
    </div>
  );
}
