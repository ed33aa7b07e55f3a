import type { ServerTexts } from "../../i18n/administration/server_texts.ts";
import { type DayFigures, hoursOf } from "../../shared/administration/day_figures.ts";
import { clockTime } from "../chat_time.ts";
import { figureText, sayIn } from "./figure_text.ts";
import { PLOTS } from "./plots.ts";

/** The plots as a table of hours, the newest first. */
export function FiguresTable({ day, texts }: { day: DayFigures; texts: ServerTexts }) {
  const say = sayIn(texts);
  const time = (at: number) => clockTime(new Date(at).toISOString());
  return (
    <details class="figures-table">
      <summary>{say("figures_table")}</summary>
      <div class="wide" role="region" aria-label={say("figures_table")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("figure_time")}</th>
              {PLOTS.flatMap(({ title, figures }) =>
                figures.map(({ figure, name }) => (
                  <th key={figure} scope="col">
                    {figures.length === 1 ? say(name) : `${say(title)}: ${say(name)}`}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {hoursOf(day).reverse().map(({ from, until, values }) => (
              <tr key={from}>
                <th scope="row">{time(from)}–{time(until)}</th>
                {PLOTS.flatMap(({ kind, figures }) =>
                  figures.map(({ figure }) => {
                    const value = values[figure];
                    return (
                      <td key={figure}>{value === null ? "–" : figureText(kind, value, texts)}</td>
                    );
                  })
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
