import { useEffect, useRef, useState } from "preact/hooks";
import type { LogEntry } from "../../../../lib/model/log/log_entry.ts";
import type { LogTexts } from "../../../i18n/administration/log_texts.ts";
import { getJson } from "../../post_form.ts";
import { EntryList, sayIn } from "./entry_list.tsx";

export interface NewEntriesProps {
  /** The URL of the newest entries as JSON, and that of their page. */
  url: string;
  page: string;
  /** The ids of the entries below. */
  known: string[];
  /** Milliseconds between two looks. */
  interval: number;
  brief: boolean;
  texts: LogTexts;
}

/** The most that are added to a page: who leaves it open would else end with all of a day. */
const MOST_ADDED = 1_000;
/** Pixels from the top of the page within which new entries appear at once. */
const AT_TOP = 40;

/** The entries that come while the log is looked at; they wait while somebody reads further down. */
export function NewEntries({ url, page, known, interval, brief, texts }: NewEntriesProps) {
  const seen = useRef(new Set(known));
  const [added, setAdded] = useState<LogEntry[]>([]);
  const [waiting, setWaiting] = useState<LogEntry[]>([]);
  const [gap, setGap] = useState(false);
  const [problem, setProblem] = useState("");
  const say = sayIn(texts);

  useEffect(() => {
    let stopped = false;
    let looking = false;
    const look = async () => {
      if (document.hidden || looking || stopped) return;
      looking = true;
      const errors = {
        error_unreachable: say("error_unreachable"),
        error_unknown_outcome: say("error_unknown_outcome"),
      };
      const answer = await getJson<{ entries: LogEntry[] }>(url, errors, "entries");
      looking = false;
      if (stopped) return;
      if ("error" in answer) return setProblem(answer.error.text);
      setProblem("");
      const { entries } = answer;
      const news = entries.filter(({ id }) => !seen.current.has(id));
      if (news.length === 0) return;
      const tooMany = news.length === entries.length && seen.current.size > 0;
      if (tooMany || seen.current.size + news.length > MOST_ADDED + known.length) {
        stopped = true;
        return setGap(true);
      }
      for (const { id } of news) seen.current.add(id);
      setWaiting((waiting) => [...news, ...waiting]);
    };
    const timer = setInterval(look, interval);
    document.addEventListener("visibilitychange", look);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);

  const show = () => {
    setAdded([...waiting, ...added]);
    setWaiting([]);
  };
  useEffect(() => {
    if (waiting.length > 0 && scrollY < AT_TOP) show();
  }, [waiting]);

  return (
    <>
      <div class="new-entries" role="status">
        {problem !== "" && <p class="problem">{problem}</p>}
        {gap
          ? (
            <p class="notice-box">
              {say("log_many_new")} <a href={page}>{say("log_newest")}</a>
            </p>
          )
          : waiting.length > 0 && (
            <button
              type="button"
              onClick={() => {
                show();
                scrollTo({ top: 0 });
              }}
            >
              {say("log_new_entries", { count: waiting.length })}
            </button>
          )}
      </div>
      {added.length > 0 && <EntryList entries={added} brief={brief} texts={texts} />}
    </>
  );
}
