import { asset, Head } from "fresh/runtime";
import { PageHead } from "../../components/shell/page_head.tsx";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import type { ServerPageData } from "./server_page_data.ts";
import { SettingsInForce } from "./settings_in_force.tsx";

/** The page on which admins see how the server does. */
export function ServerPage({ data, state }: { data: ServerPageData; state: State }) {
  const { language } = state;
  const title = t(language, "admin_server");
  return (
    <div class="part-page">
      <Head>
        <title>{title} · Chung</title>
        <link rel="stylesheet" href={asset("/administration.css")} />
      </Head>
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>{title}</PageHead>
      <SettingsInForce settings={data.settings} language={language} />
    </div>
  );
}
