import { formProblem, RefusedForm } from "../../http/problem.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { ProjectPartData } from "../project_part_data.ts";
import { importChoices } from "./import_choices.ts";
import { planImport } from "./reading/plan_import.ts";
import { readTable } from "./reading/read_table.ts";
import { type ChosenFile, importAgain, keepFile, keptFile, runImport } from "./running_imports.ts";
import { tableProblemText } from "./table_problem.ts";

/** Data of the page that imports tasks. */
export interface ImportPageData extends ProjectPartData {
  file: ChosenFile | null;
  /** Why the file that was chosen gives nothing. */
  refusal: string | null;
}

/**
 * Reads the file of a form and keeps its table. Returns its key.
 * @throws {RefusedForm} if it gives no tasks
 * @throws {ChungError} `project_not_found`, `not_a_member`
 */
export async function takeFile(
  session: PersonSession,
  projectId: number,
  fields: FormFields,
  language: Language,
): Promise<string> {
  // Only a member's file is worth the work.
  await session.members(projectId);
  const bytes = await fields.file("file");
  const refused = (text: string) => new RefusedForm(formProblem("bad_request", text));
  if (bytes === null || bytes.length === 0) throw refused(t(language, "import_no_file"));
  const table = readTable(bytes, language === "vi" ? "Windows-1258" : "Windows-1252");
  if ("problem" in table) throw refused(tableProblemText(table, language));
  return keepFile(session, projectId, bytes, table);
}

/**
 * Imports the tasks of the file `file`, as the form's choices say. With `again`, it creates those of an earlier import
 * once more.
 * @throws {RefusedForm} if the file is no longer kept
 * @throws {ChungError} as the server answered
 * @throws {ServerUnreachable}
 */
export async function importFile(
  session: PersonSession,
  projectId: number,
  fields: FormFields,
  language: Language,
): Promise<ChosenFile> {
  const file = keptFile(session, projectId, fields.exact("file"));
  if (file === undefined) {
    throw new RefusedForm(formProblem("bad_request", t(language, "import_forgotten")));
  }
  if (fields.exact("again") === "1") importAgain(file);
  const members = (await session.members(projectId)).map(({ username }) => username);
  const { tasks } = planImport(file.table, members, importChoices(file.table, fields.exact));
  await runImport(file, tasks);
  return file;
}
