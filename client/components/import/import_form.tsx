import { useEffect, useState } from "preact/hooks";
import type { ImportTexts } from "../../i18n/import_texts.ts";
import type { ImportProgress } from "../../shared/transfer/import_progress.ts";

export interface ImportFormProps {
  action: string;
  /** The hidden fields. */
  fields: Record<string, string>;
  label: string;
  /** The address of how far the import is, and the page that tells how it ended. */
  progress: string;
  after: string;
  language: string;
  texts: ImportTexts;
}

/** Milliseconds between two looks at how far an import is. */
const PAUSE_MS = 300;

/** The form that imports tasks; with script it shows how far that is. */
export function ImportForm(
  { action, fields, label, progress: address, after, language, texts }: ImportFormProps,
) {
  const [sent, setSent] = useState(false);
  const [progress, setProgress] = useState<ImportProgress | null>(null);

  useEffect(() => {
    if (!sent) return;
    let timer = setTimeout(look, PAUSE_MS);
    // The page tells how it ended, whatever the answer: also where none came.
    const ended = () => location.replace(after);
    const headers = { accept: "application/json" };
    fetch(action, { method: "POST", headers, body: new URLSearchParams(fields) })
      .then(ended, ended);

    async function look() {
      const answer = await fetch(address, { headers }).then((answer) => answer.json())
        .catch(() => null);
      if (typeof answer?.progress?.total === "number") setProgress(answer.progress);
      timer = setTimeout(look, PAUSE_MS);
    }

    return () => clearTimeout(timer);
  }, [sent]);

  const begin = (event: Event) => {
    event.preventDefault();
    setSent(true);
  };
  const numbers = new Intl.NumberFormat(language);
  const { done = 0, total = 0 } = progress ?? {};
  const share = total > 0 ? done / total : 0;
  return (
    <form method="post" action={action} class="import-now" onSubmit={begin}>
      <button type="submit" disabled={sent}>{label}</button>
      {sent && (
        <div class="export-progress">
          <progress value={share || undefined} max={1} aria-label={texts.import_progress} />
          <span>
            {total > 0 && texts.import_running.replace("{done}", numbers.format(done))
              .replace("{total}", numbers.format(total))}
          </span>
        </div>
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}
