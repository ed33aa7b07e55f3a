import { FocusedNotice } from "../../components/notices/focused_notice.tsx";
import { problemOf } from "../../http/problem.ts";
import { importTexts } from "../../i18n/import_texts.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import ImportForm from "../../../islands/transfer/ImportForm.tsx";
import { boardPath } from "../../shared/board/board_query.ts";
import { choiceFields, importChoices } from "./import_choices.ts";
import type { ChosenFile } from "./running_imports.ts";

interface ImportOutcomeProps {
  file: ChosenFile;
  /** The project's. */
  path: string;
  /** The action of the form that imports. */
  run: string;
  query: URLSearchParams;
  language: Language;
}

/** The part of the page that tells how an import ended, or how far it is. */
export function ImportOutcome({ file, path, run, query, language }: ImportOutcomeProps) {
  const { key, progress, table, projectId, repeated } = file;
  const { state, done, total } = progress;
  const choices = choiceFields(importChoices(table, (name) => query.get(name) ?? ""));
  const page = `${path}/import?${new URLSearchParams({ file: key, ...choices })}`;
  const form = {
    ...{ action: run, language, texts: importTexts(language) },
    ...{ progress: `${path}/import/progress?file=${key}`, after: page },
  };
  const fields = { file: key, ...choices };
  if (state !== "done") {
    const label = t(language, "import_go_on", { count: total - done });
    return (
      <section class="card">
        {state === "running"
          ? (
            <p role="status">
              {t(language, "import_running", { done, total })}{" "}
              <a href={page}>{t(language, "import_look")}</a>
            </p>
          )
          : (
            <>
              <p class="problem" role="alert">
                {problemOf(file.failure, language).text}
              </p>
              <p>{t(language, "import_stopped", { count: done })}</p>
            </>
          )}
        <ImportForm {...form} fields={fields} label={label} />
      </section>
    );
  }
  return (
    <section class="card">
      <FocusedNotice>
        {repeated < total && t(language, "import_done", { count: total - repeated })}
        {repeated > 0 && ` ${t(language, "import_repeated", { count: repeated })}`}
      </FocusedNotice>
      <p class="import-ways">
        <a class="button" href={boardPath(projectId)}>{t(language, "import_to_board")}</a>
        <a class="button secondary" href={`${path}/import`}>{t(language, "import_another")}</a>
      </p>
      {repeated === total && (
        <>
          <p>{t(language, "import_again_means")}</p>
          <ImportForm
            {...form}
            fields={{ ...fields, again: "1" }}
            label={t(language, "import_again")}
          />
        </>
      )}
    </section>
  );
}
