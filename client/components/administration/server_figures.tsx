import { useEffect, useRef, useState } from "preact/hooks";
import type { ServerTexts } from "../../i18n/administration/server_texts.ts";
import type { ServerState } from "../../shared/administration/day_figures.ts";
import { ofServer } from "../../shared/paths.ts";
import { clockTime } from "../chat_time.ts";
import { getJson } from "../post_form.ts";
import { FigurePlot } from "./figure_plot.tsx";
import { sayIn } from "./figure_text.ts";
import { FiguresTable } from "./figures_table.tsx";
import { PLOTS } from "./plots.ts";
import { BackupState, StateNow } from "./server_state.tsx";

export interface ServerFiguresProps {
  state: ServerState;
  /** `HOST:PORT` of the server, and whom the page was made for. */
  server: string;
  username: string;
  texts: ServerTexts;
}

const REFRESH_MS = 60_000;

/** The server's state and its last day, read again each minute while the page is visible. */
export function ServerFigures({ state, server, username, texts }: ServerFiguresProps) {
  const [{ stats, day, told }, setState] = useState(state);
  const [problem, setProblem] = useState("");
  const [at, setAt] = useState<number | null>(null);
  const [live, setLive] = useState(false);
  const asked = useRef(0);
  const say = sayIn(texts);

  useEffect(() => {
    setLive(true);
    asked.current = Date.now();
    const url = ofServer("/admin/server/state.json", server, username);
    const refresh = async () => {
      if (document.hidden || Date.now() - asked.current < REFRESH_MS) return;
      asked.current = Date.now();
      const answer = await getJson<ServerState>(url, texts.texts, "stats");
      if ("error" in answer) return setProblem(answer.error.text);
      setProblem("");
      setState(answer);
    };
    const timer = setInterval(refresh, REFRESH_MS / 4);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, []);

  const connections = day.series.connections;
  const empty = connections.every((value) => value === null);
  return (
    <div class="server-figures">
      <section class="card">
        <StateNow state={stats} texts={texts} />
      </section>
      <section class="card" aria-labelledby="last-day">
        <div class="figures-head">
          <h2 id="last-day">{say("figures_last_day")}</h2>
          <p class="hint">{say("figures_at", { time: clockTime(told) })}</p>
        </div>
        <div role="status">{problem !== "" && <p class="problem">{problem}</p>}</div>
        {empty ? <p class="hint">{say("figures_none")}</p> : (
          <>
            <div class="plots">
              {PLOTS.map((plot) => (
                <FigurePlot
                  key={plot.title}
                  {...{ plot, day, at, texts }}
                  point={live ? setAt : null}
                />
              ))}
            </div>
            {connections.includes(null) && <p class="hint plot-legend">{say("figures_down")}</p>}
            <FiguresTable day={day} texts={texts} />
          </>
        )}
      </section>
      <section class="card">
        <h2>{say("backup_title")}</h2>
        <BackupState state={stats.backup} now={new Date(told)} texts={texts} />
      </section>
    </div>
  );
}
