import type { ServerTexts } from "../../i18n/administration/server_texts.ts";
import type { Plotted } from "../../shared/administration/day_figures.ts";
import type { FigureKind } from "./figure_text.ts";

type Key = keyof ServerTexts["texts"];

/** A plot of one or two figures of a kind. */
export interface Plot {
  /** May tell the minutes of a place. */
  title: Key;
  kind: FigureKind;
  figures: { figure: Plotted; name: Key }[];
  /** Whether it is drawn as an area, which has one figure. */
  area: boolean;
}

/** The plots of a server's day. */
export const PLOTS: readonly Plot[] = [
  {
    title: "figure_connections",
    kind: "count",
    figures: [{ figure: "connections", name: "figure_connections" }],
    area: true,
  },
  {
    title: "figure_messages_in",
    kind: "count",
    figures: [{ figure: "messages", name: "figure_messages" }],
    area: true,
  },
  {
    title: "figure_delivery",
    kind: "time",
    figures: [
      { figure: "delivery_p50_ms", name: "figure_median" },
      { figure: "delivery_p99_ms", name: "figure_slowest" },
    ],
    area: false,
  },
  {
    title: "figure_sizes",
    kind: "size",
    figures: [
      { figure: "store_bytes", name: "figure_store" },
      { figure: "log_bytes", name: "figure_log" },
    ],
    area: false,
  },
];
