import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

interface ChooseFileProps {
  action: string;
  /** Why the file that was chosen before gives nothing. */
  refusal: string | null;
  language: Language;
}

/** The form that chooses a file to be imported. */
export function ChooseFile({ action, refusal, language }: ChooseFileProps) {
  return (
    <section class="card">
      <p>{t(language, "import_means")}</p>
      <form method="post" action={action} enctype="multipart/form-data">
        <div class="field">
          <label for="file">{t(language, "import_file")}</label>
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            aria-describedby={refusal === null ? "file-hint" : "refusal file-hint"}
            aria-invalid={refusal !== null}
          />
          {refusal !== null && <p class="problem" id="refusal" role="alert">{refusal}</p>}
          <p class="hint" id="file-hint">{t(language, "import_file_hint")}</p>
        </div>
        <button type="submit">{t(language, "import_preview")}</button>
      </form>
      <p class="hint">{t(language, "import_sources")}</p>
    </section>
  );
}
