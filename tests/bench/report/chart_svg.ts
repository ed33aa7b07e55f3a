import { chartScale } from "./chart_scale.ts";
import type { Chart } from "./report.ts";

const WIDTH = 720;
const HEIGHT = 400;
/** The area of the curves. */
export const FRAME = { left: 72, right: WIDTH - 24, top: 76, bottom: HEIGHT - 56 };
/** Distinguishable, and dark enough on the chart's white background. */
const COLORS = ["#1f5fbf", "#c2410c", "#15803d", "#7e22ce", "#0f766e", "#a16207"];
const FONT = "system-ui, sans-serif";
const LEGEND_TOP = 56;

/** Renders a chart as an SVG document with its own background, for light and dark pages. */
export function chartSvg({ title, x, y, series }: Chart): string {
  const points = series.flatMap(({ points }) => points);
  const across = chartScale(x.scale, points.map(([x]) => x));
  const up = chartScale(y.scale, points.map(([, y]) => y));
  const left = (value: number) => round(FRAME.left + across.place(value) * width);
  const top = (value: number) => round(FRAME.bottom - up.place(value) * height);
  const [width, height] = [FRAME.right - FRAME.left, FRAME.bottom - FRAME.top];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"`,
    ` role="img" aria-label="${
      escape(title)
    }" font-family="${FONT}" font-size="13" fill="#1f2328">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#ffffff"/>`,
    text(title, { x: FRAME.left, y: 30, "font-size": 16, "font-weight": 600 }),
    ...across.ticks.flatMap((tick) => [
      line(left(tick), FRAME.top, left(tick), FRAME.bottom),
      text(shown(tick), { x: left(tick), y: FRAME.bottom + 18, "text-anchor": "middle" }),
    ]),
    ...up.ticks.flatMap((tick) => [
      line(FRAME.left, top(tick), FRAME.right, top(tick)),
      text(shown(tick), { x: FRAME.left - 8, y: top(tick) + 4, "text-anchor": "end" }),
    ]),
    text(x.label, { x: FRAME.left + width / 2, y: HEIGHT - 14, "text-anchor": "middle" }),
    text(y.label, {
      transform: `translate(18 ${FRAME.top + height / 2}) rotate(-90)`,
      "text-anchor": "middle",
    }),
    ...series.flatMap(({ points }, i) =>
      curve(points.map(([x, y]) => [left(x), top(y)]), COLORS[i % COLORS.length])
    ),
    ...legend(series.map(({ name }) => name)),
    "</svg>",
    "",
  ].join("\n");
}

function curve(points: [left: number, top: number][], color: string): string[] {
  const path = points.map((point) => point.join(",")).join(" ");
  return [
    `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2.5"/>`,
    ...points.map(([left, top]) => `<circle cx="${left}" cy="${top}" r="4" fill="${color}"/>`),
  ];
}

/** The names of the curves, in a row above the frame. */
function legend(names: string[]): string[] {
  let left = FRAME.left;
  return names.flatMap((name, i) => {
    const at = left;
    left += 40 + name.length * 8;
    const color = COLORS[i % COLORS.length];
    return [
      `<circle cx="${at + 5}" cy="${LEGEND_TOP}" r="5" fill="${color}"/>`,
      text(name, { x: at + 16, y: LEGEND_TOP + 4 }),
    ];
  });
}

function line(fromLeft: number, fromTop: number, toLeft: number, toTop: number): string {
  return `<line x1="${fromLeft}" y1="${fromTop}" x2="${toLeft}" y2="${toTop}" stroke="#d0d7de"/>`;
}

function text(content: string, attributes: Record<string, string | number>): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<text${written}>${escape(content)}</text>`;
}

function shown(tick: number): string {
  return tick.toLocaleString("en", { notation: "compact", maximumSignificantDigits: 3 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
