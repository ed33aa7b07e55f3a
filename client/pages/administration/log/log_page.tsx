import { asset, Head } from "fresh/runtime";
import { EntryList } from "../../../components/administration/log/entry_list.tsx";
import { PageHead } from "../../../components/shell/page_head.tsx";
import { pageUser } from "../../../http/page_user.ts";
import type { State } from "../../../http/route_state.ts";
import { logTexts } from "../../../i18n/administration/log_texts.ts";
import { t } from "../../../i18n/translate.ts";
import { type LogQuery, logSearch } from "../../../shared/administration/log_query.ts";
import { ofServer } from "../../../shared/paths.ts";
import NewEntries from "../../../../islands/administration/NewEntries.tsx";
import { LogFilter } from "./log_filter.tsx";
import type { LogPageData } from "./log_page_data.ts";

interface LogPageProps {
  data: LogPageData;
  state: State;
  url: URL;
}

const LOOK_AGAIN_MS = 10_000;
/** Longer, because each look may go through much of a large log. */
const SEARCH_AGAIN_MS = 30_000;

/** The page on which admins read the server's log, the newest entries first. */
export function LogPage({ data, state, url }: LogPageProps) {
  const { language, server } = state;
  const { query, days, page, live } = data;
  const { entries, more, next } = page;
  const title = t(language, "admin_log");
  const texts = logTexts(language);
  const feed = ofServer("/admin/log/newest.json", server.address, pageUser(state, url));
  return (
    <div class="part-page server-page">
      <Head>
        <title>{title} · Chung</title>
        <link rel="stylesheet" href={asset("/administration.css")} />
      </Head>
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>{title}</PageHead>
      <LogFilter query={query} days={days} language={language} />
      {query.before !== "" && (
        <p>
          <a href={pathOf({ ...query, before: "" })}>{t(language, "log_newest")}</a>
        </p>
      )}
      <div>
        {live && (
          <NewEntries
            url={`${feed}&${logSearch(query)}`}
            page={pathOf(query)}
            known={entries.map(({ id }) => id)}
            interval={query.person + query.text === "" ? LOOK_AGAIN_MS : SEARCH_AGAIN_MS}
            brief={query.brief}
            texts={texts}
          />
        )}
        {entries.length > 0
          ? <EntryList entries={entries} brief={query.brief} texts={texts} />
          : <p class="hint">{t(language, emptyText(data))}</p>}
      </div>
      {more && next !== undefined && (
        <p>
          <a class="button secondary" href={pathOf({ ...query, before: next })}>
            {t(language, entries.length > 0 ? "log_older" : "log_look_further")}
          </a>
        </p>
      )}
    </div>
  );
}

function pathOf(query: LogQuery): string {
  return `/admin/log?${logSearch(query)}`;
}

/** Tells why no entry is shown. */
function emptyText({ query, days, page }: LogPageData) {
  if (page.more) return "log_none_yet";
  return days.some(({ day }) => day === query.day) ? "log_none" : "log_no_day";
}
