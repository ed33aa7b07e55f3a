import { ChungError } from "../../../lib/errors.ts";
import { TASK_STATUSES } from "../../../lib/model/task.ts";
import { problemOf } from "../../http/problem.ts";
import { importTexts } from "../../i18n/import_texts.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { contained } from "../../shared/isolated_text.ts";
import { dayText } from "../../shared/tasks/day_text.ts";
import ImportForm from "../../../islands/transfer/ImportForm.tsx";
import { choiceFields, importChoices, listField, offeredChoices } from "./import_choices.ts";
import { ImportRemarks } from "./import_remarks.tsx";
import { TakenColumnsList } from "./taken_columns_list.tsx";
import { type ImportPlan, planImport } from "./reading/plan_import.ts";
import type { ChosenFile } from "./running_imports.ts";

interface ImportPreviewProps {
  file: ChosenFile;
  /** The project's. */
  path: string;
  /** The action of the form that imports. */
  run: string;
  /** Usernames. */
  members: string[];
  query: URLSearchParams;
  language: Language;
}

/** Tasks that are shown. */
const SHOWN = 20;

/** The part of the page that shows what a file gives before it is imported. */
export function ImportPreview({ file, path, run, members, query, language }: ImportPreviewProps) {
  const { key, table, failure } = file;
  const choices = importChoices(table, (name) => query.get(name) ?? "");
  const plan = planImport(table, members, choices);
  const count = plan.tasks.length;
  const fields = { file: key, ...choiceFields(choices) };
  const reused = failure instanceof ChungError && failure.code === "tag_reused";
  const form = {
    ...{ action: run, language, texts: importTexts(language) },
    progress: `${path}/import/progress?file=${key}`,
    after: `${path}/import?${new URLSearchParams(fields)}`,
  };
  return (
    <>
      <section class="card">
        <h2>
          {count > 0 ? t(language, "import_count", { count }) : t(language, "import_nothing")}
        </h2>
        {failure !== null && (
          <p class="problem" role="alert">
            {reused ? t(language, "import_other_choices") : problemOf(failure, language).text}
          </p>
        )}
        <ImportRemarks {...{ plan, table, choices, language }} />
        <div class="import-ways">
          {count > 0 && (reused
            ? (
              <ImportForm
                {...form}
                fields={{ ...fields, again: "1" }}
                label={t(language, "import_again")}
              />
            )
            : (
              <ImportForm
                {...form}
                fields={fields}
                label={t(language, "import_now", { count })}
              />
            ))}
          <a class="button secondary" href={`${path}/import`}>{t(language, "import_other_file")}</a>
        </div>
      </section>
      <Choices {...{ file, plan, path, choices, language }} />
      <TakenColumnsList table={table} language={language} />
      {count > 0 && <FirstTasks plan={plan} language={language} />}
    </>
  );
}

interface ChoicesProps {
  file: ChosenFile;
  plan: ImportPlan;
  path: string;
  choices: ReturnType<typeof importChoices>;
  language: Language;
}

/** The form with what can be chosen about the file; nothing where there is no choice. */
function Choices({ file, plan, path, choices, language }: ChoicesProps) {
  const { order, lists } = offeredChoices(file.table);
  const some = order || plan.long > 0 || plan.archived > 0 || lists.length > 0;
  if (!some) return null;
  return (
    <section class="card">
      <h2>{t(language, "import_choices")}</h2>
      <form method="get" action={`${path}/import`}>
        <input type="hidden" name="file" value={file.key} />
        <input type="hidden" name="chosen" value="1" />
        {order && (
          <fieldset class="import-order">
            <legend>{t(language, "import_order")}</legend>
            {(["day_first", "month_first"] as const).map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="order" value={each} checked={choices.order === each} />
                {t(language, `import_${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        {lists.map((list) => (
          <div key={list} class="field">
            <label>
              {t(language, "import_list_status", {
                list: contained(list),
                count: plan.lists.get(list) ?? 0,
              })}
              <select name={listField(list)}>
                {TASK_STATUSES.map((status) => (
                  <option
                    key={status}
                    value={status}
                    selected={(choices.statuses.get(list) ?? "todo") === status}
                  >
                    {t(language, `status_${status}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        ))}
        {plan.long > 0
          ? (
            <label class="choice">
              <input type="checkbox" name="shorten" value="1" checked={choices.shorten} />
              {t(language, "import_shorten")}
            </label>
          )
          : <input type="hidden" name="shorten" value="1" />}
        {plan.archived > 0 && (
          <label class="choice">
            <input type="checkbox" name="archived" value="1" checked={choices.archived} />
            {t(language, "import_take_archived")}
          </label>
        )}
        <button type="submit" class="secondary">{t(language, "import_update")}</button>
      </form>
    </section>
  );
}

function FirstTasks({ plan, language }: { plan: ImportPlan; language: Language }) {
  const tasks = plan.tasks.slice(0, SHOWN);
  const titles = ["title", "status", "assignee", "due", "notes"] as const;
  return (
    <section class="card">
      <h2>{t(language, "import_first", { count: tasks.length })}</h2>
      <div class="wide-table" tabIndex={0} role="region" aria-label={t(language, "import_preview")}>
        <table>
          <thead>
            <tr>
              {titles.map((each) => (
                <th key={each} scope="col">{t(language, `import_as_${each}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map(({ title, status, assignee, due, notes }, at) => (
              <tr key={at}>
                <th scope="row">
                  <bdi>{contained(title)}</bdi>
                </th>
                <td>{t(language, `status_${status}`)}</td>
                <td>{assignee}</td>
                <td>{due && dayText(due)}</td>
                <td class="few-lines">
                  <bdi>{contained(notes.slice(0, 200))}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
