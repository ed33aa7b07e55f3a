import { asset, Head } from "fresh/runtime";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

interface CopyFieldProps {
  /** The id of the field. */
  id: string;
  label: string;
  value: string;
  language: Language;
}

/** A text to pass on: a field to copy it from, and with script a button that does so. */
export function CopyField({ id, label, value, language }: CopyFieldProps) {
  return (
    <div class="field">
      <Head>
        <script type="module" src={asset("/copy.js")} />
      </Head>
      <label for={id}>{label}</label>
      <div class="field-and-button">
        <input id={id} value={value} readOnly autocomplete="off" spellcheck={false} />
        <button
          type="button"
          class="secondary not-live"
          data-copied={t(language, "copied")}
          data-failed={t(language, "copy_failed")}
        >
          {t(language, "copy")}
        </button>
      </div>
      <p class="done" role="status" />
    </div>
  );
}
