import { ChungError } from "../../../lib/errors.ts";
import { isDay } from "../../../lib/model/task.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { Language } from "../../i18n/language.ts";

/** The task that a posted form is about. */
export interface TaskForm {
  projectId: number;
  id: number;
  language: Language;
}

/** The day in a form's field `due`; null for none. @throws {ChungError} `bad_request` */
export function dayIn(fields: FormFields): string | null {
  const due = fields.text("due").trim();
  if (due === "" || isDay(due)) return due || null;
  throw new ChungError("bad_request", "a day is YYYY-MM-DD");
}
