import type { Figure } from "./report.ts";

/** The column heads for `figureCells`. */
export const FIGURE_HEADS = ["what", "measured", "ratio", "against", "goal"] as const;

/** Formats a figure as the cells of a table row. */
export function figureCells(figure: Figure): string[] {
  const { name, value, against } = figure;
  return [name, value, ratioText(figure.ratio), against, goalText(figure)];
}

/** Formats a ratio with three significant digits, such as `0.51 ×` or `1,240 ×`. */
export function ratioText(ratio: number): string {
  if (!Number.isFinite(ratio)) return "–";
  const options = Math.abs(ratio) < 100
    ? { minimumFractionDigits: 2, maximumFractionDigits: ratio < 0.1 ? 4 : 2 }
    : { maximumFractionDigits: 0 };
  return `${ratio.toLocaleString("en", options)} ×`;
}

/** The goal and whether it is met; empty without a goal. */
export function goalText(figure: Figure): string {
  if (figure.goal === undefined) return "";
  const { least, most } = figure.goal;
  const bounds = [
    ...(least === undefined ? [] : [`≥ ${least}`]),
    ...(most === undefined ? [] : [`≤ ${most}`]),
  ];
  return `${bounds.join(", ")}: ${meetsGoal(figure) ? "met" : "MISSED"}`;
}

/** True without a goal; false when the ratio is not a number. */
export function meetsGoal({ ratio, goal }: Figure): boolean {
  if (goal === undefined) return true;
  return ratio >= (goal.least ?? -Infinity) && ratio <= (goal.most ?? Infinity);
}
