import { fill } from "../../i18n/message.ts";
import type { ServerTexts } from "../../i18n/administration/server_texts.ts";

/** The kinds of values that are plotted. */
export type FigureKind = "count" | "time" | "size";

/** A value as a person reads it: `1,234`, `0.75 ms`, `3.2 MiB`. */
export function figureText(
  kind: FigureKind,
  value: number,
  { language }: Pick<ServerTexts, "language">,
): string {
  const number = (value: number, digits: number) =>
    value.toLocaleString(language, { maximumSignificantDigits: digits });
  if (kind === "time") {
    return value < 1_000 ? `${number(value, 3)} ms` : `${number(value / 1_000, 3)} s`;
  }
  if (kind === "count") return value.toLocaleString(language, { maximumFractionDigits: 0 });
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  for (; value >= 1_024 && unit < units.length - 1; unit++) value /= 1_024;
  return `${number(value, value < 1_000 ? 3 : 4)} ${units[unit]}`;
}

/** How long the server has been running, in its two largest units. */
export function durationText(seconds: number, { language }: Pick<ServerTexts, "language">): string {
  const minutes = Math.floor(seconds / 60);
  const parts: [unit: string, count: number][] = [
    ["day", Math.floor(minutes / 1_440)],
    ["hour", Math.floor(minutes / 60) % 24],
    ["minute", minutes % 60],
  ];
  const first = Math.max(0, parts.findIndex(([, count]) => count > 0));
  const shown = minutes === 0 ? parts.slice(2) : parts.slice(first, first + 2);
  return shown.filter(([, count], at) => count > 0 || at === 0).map(([unit, count]) =>
    count.toLocaleString(language, { style: "unit", unit, unitDisplay: "long" })
  ).join(" ");
}

/** A text of the page with values. */
export function sayIn({ texts }: ServerTexts) {
  return (key: keyof ServerTexts["texts"], values?: Record<string, string>) =>
    fill(texts[key], values);
}
