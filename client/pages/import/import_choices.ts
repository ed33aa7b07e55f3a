import { isTaskStatus, type TaskStatus } from "../../../lib/model/task.ts";
import { isUnclear, orderOf } from "./reading/due_days.ts";
import type { ImportChoices } from "./reading/plan_import.ts";
import type { Table } from "./reading/read_table.ts";
import { statusOf } from "./reading/statuses.ts";

/** Lists whose status can be chosen; further ones are to do. */
const MOST_LISTS = 30;

/** The choices that a table leaves. */
export interface OfferedChoices {
  /** Whether the order of day and month is to be chosen, since the dates don't show it. */
  order: boolean;
  /** The names of lists whose status is to be chosen. */
  lists: string[];
}

export function offeredChoices({ rows }: Table): OfferedChoices {
  const days = rows.map(({ due = "" }) => due);
  const found = orderOf(days);
  const names = rows.map(({ status = "" }) => status.trim());
  const silent = new Set(names.filter((name) => name !== "" && statusOf(name) === null));
  return {
    order: found === "mixed" || found === null && days.some(isUnclear),
    // A form would send another line break than the file has.
    lists: [...silent].filter((name) => !/[\r\n]/.test(name) && name.length <= 100)
      .slice(0, MOST_LISTS),
  };
}

/** The field of a form with the status of a list. */
export const listField = (list: string) => `list:${list}`;

/** Reads the choices from a form or an address. @param get returns "" for what is missing */
export function importChoices(table: Table, get: (name: string) => string): ImportChoices {
  const { order, lists } = offeredChoices(table);
  const chosen = get("chosen") === "1";
  const found = orderOf(table.rows.map(({ due = "" }) => due));
  const known = found === "month_first" ? found : "day_first";
  const statuses = new Map<string, TaskStatus>();
  for (const list of lists) {
    const status = get(listField(list));
    if (isTaskStatus(status)) statuses.set(list, status);
  }
  return {
    order: order && get("order") === "month_first" ? "month_first" : known,
    shorten: !chosen || get("shorten") === "1",
    archived: get("archived") === "1",
    statuses,
  };
}

/** The fields that make the same choices again. */
export function choiceFields({ order, shorten, archived, statuses }: ImportChoices) {
  const fields: Record<string, string> = { chosen: "1", order };
  if (shorten) fields.shorten = "1";
  if (archived) fields.archived = "1";
  for (const [list, status] of statuses) fields[listField(list)] = status;
  return fields;
}
