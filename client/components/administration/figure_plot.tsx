import type { ServerTexts } from "../../i18n/administration/server_texts.ts";
import { type DayFigures, placeTime } from "../../shared/administration/day_figures.ts";
import { clockTime } from "../chat_time.ts";
import { figureText, sayIn } from "./figure_text.ts";
import { areaPath, linePath, PLOT_HEIGHT, runs, topOf, y } from "./plot_paths.ts";
import type { Plot } from "./plots.ts";

interface FigurePlotProps {
  plot: Plot;
  day: DayFigures;
  /** The place whose values are read; null for none. */
  at: number | null;
  /** Reads the values of another place; null where there is no script. */
  point: ((at: number | null) => void) | null;
  texts: ServerTexts;
}

/** A plot of a day, whose values are read with the pointer or the arrow keys. */
export function FigurePlot({ plot, day, at, point, texts }: FigurePlotProps) {
  const say = sayIn(texts);
  const { kind, figures, area } = plot;
  const title = say(plot.title, { minutes: String(day.step) });
  const all = figures.map(({ figure }) => day.series[figure]);
  const count = day.series.connections.length;
  const top = topOf(all, kind === "size" ? 1_024 : 1);
  const largest = Math.max(0, ...all.flat().map((value) => value ?? 0));
  const most = say("figure_at_most", { value: figureText(kind, largest, texts) });
  const last = lastPlace(all);
  const timeOf = (place: number) => clockTime(new Date(placeTime(day, place)).toISOString());
  const shown = at ?? last;
  return (
    <figure class="plot">
      <figcaption>
        <h3>{title}</h3>
        <p class="plot-values">
          {at !== null && <time>{timeOf(at)}</time>}
          {figures.map(({ name }, place) => (
            <span key={name}>
              {figures.length > 1 && (
                <>
                  <i class={`plot-key series-${place + 1}`} /> {say(name)}
                  {" "}
                </>
              )}
              <b>{shown === null ? "–" : valueText(all[place][shown])}</b>
            </span>
          ))}
        </p>
      </figcaption>
      <div class="plot-area">
        <svg
          viewBox={`0 0 ${count} ${PLOT_HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}: ${most}`}
        >
          {runs(day.series.connections, (value) => value === null).map(({ start, end }) => (
            <path key={start} class="plot-down" d={`M${start} 0H${end}V${PLOT_HEIGHT}H${start}z`} />
          ))}
          <path class="plot-middle" d={`M0 ${PLOT_HEIGHT / 2}H${count}`} />
          {all.map((series, place) => (
            <g key={figures[place].figure} class={`series-${place + 1}`}>
              {area && <path class="plot-filled" d={areaPath(series, top)} />}
              <path class="plot-line" d={linePath(series, top)} />
            </g>
          ))}
          {at !== null && <path class="plot-at" d={`M${at + .5} 0V${PLOT_HEIGHT}`} />}
        </svg>
        {at !== null && all.map((series, place) =>
          series[at] !== null && (
            <i
              key={place}
              class={`plot-dot series-${place + 1}`}
              style={`left:${(at + .5) / count * 100}%;top:${y(series[at], top)}%`}
            />
          )
        )}
        {point !== null && (
          <input
            type="range"
            min="0"
            max={count - 1}
            value={shown ?? count - 1}
            aria-label={title}
            aria-valuetext={spoken(shown ?? count - 1)}
            onInput={(event) => point(Number(event.currentTarget.value))}
            onPointerMove={(event) => point(placeUnder(event, count))}
            onPointerLeave={() => point(null)}
            onBlur={() => point(null)}
          />
        )}
        <span class="plot-top" aria-hidden="true">{figureText(kind, top, texts)}</span>
      </div>
      <div class="plot-times" aria-hidden="true">
        {[0, .25, .5, .75, 1].map((share) => (
          <span key={share}>{timeOf(Math.round(share * count))}</span>
        ))}
      </div>
    </figure>
  );

  function valueText(value: number | null): string {
    return value === null ? "–" : figureText(kind, value, texts);
  }

  function spoken(place: number): string {
    const values = figures.map(({ name }, of) => {
      const value = all[of][place];
      const text = value === null ? say("figure_no_value") : valueText(value);
      return figures.length > 1 ? `${say(name)} ${text}` : text;
    });
    const running = day.series.connections[place] !== null;
    return `${timeOf(place)}: ${running ? values.join(", ") : say("figure_not_running")}`;
  }
}

/** The newest place that has a value; null for none. */
function lastPlace(all: DayFigures["series"]["connections"][]): number | null {
  const last = Math.max(...all.map((series) => series.findLastIndex((value) => value !== null)));
  return last < 0 ? null : last;
}

function placeUnder(event: PointerEvent, count: number): number {
  const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const share = (event.clientX - left) / Math.max(width, 1);
  return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}
