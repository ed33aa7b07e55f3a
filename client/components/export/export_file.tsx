import { useEffect, useState } from "preact/hooks";
import type { ExportTexts } from "../../i18n/export_texts.ts";
import type { ExportProgress } from "../../shared/transfer/export_progress.ts";

export interface ExportFileProps {
  /** The address of the file; that of its progress is beside it. */
  href: string;
  /** The `HOST:PORT` of the server, and the person's name: cancelling is for no others. */
  server: string;
  username: string;
  /** Names the file for screen readers. */
  label: string;
  /** Whether the file has messages too, not tasks alone. */
  messages: boolean;
  language: string;
  texts: ExportTexts;
}

/** Milliseconds between two looks at how far a download is. */
const PAUSE_MS = 500;
/** Looks after which a download that nobody knows of is given up: its browser may have refused it. */
const MOST_MISSES = 60;

/** The link that downloads a file of a project, and how far the download is, with a button that breaks it off. */
export function ExportFile(
  { href, server, username, label, messages, language, texts }: ExportFileProps,
) {
  const [key, setKey] = useState<string | null>(null);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const address = `${href.slice(0, href.lastIndexOf("/"))}/progress`;
  const running = key !== null && (progress === null || progress.state === "running");

  useEffect(() => {
    if (key === null) return;
    let misses = 0;
    let left = false;
    let timer = setTimeout(look, PAUSE_MS);

    async function look() {
      const found = await progressAt(`${address}?key=${key}`);
      if (left) return;
      if (found !== null) setProgress(found);
      else if (++misses > MOST_MISSES) return setKey(null);
      if (found === null || found.state === "running") timer = setTimeout(look, PAUSE_MS);
    }

    return () => {
      clearTimeout(timer);
      left = true;
    };
  }, [key]);

  const begin = ({ currentTarget }: { currentTarget: HTMLAnchorElement }) => {
    const chosen = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`.replace(".", "-");
    const url = new URL(href, location.href);
    url.searchParams.set("key", chosen);
    currentTarget.href = url.href;
    setProgress(null);
    setKey(chosen);
  };
  const cancel = () => {
    const query = new URLSearchParams({ server, user: username });
    const headers = { accept: "application/json" };
    const body = new URLSearchParams({ key: key! });
    fetch(`${address}?${query}`, { method: "POST", headers, body }).catch(() => {});
  };
  const numbers = new Intl.NumberFormat(language);
  const ended = !running && progress !== null && progress.state !== "running";
  return (
    <div class="export-file">
      <a
        class="button"
        href={href}
        aria-label={`${texts.export_download}: ${label}`}
        onClick={begin}
      >
        {texts.export_download}
      </a>
      {running && (
        <div class="export-progress">
          <progress
            value={progress?.share || undefined}
            max={1}
            aria-label={texts.export_running}
          />
          <span>
            {(messages ? texts.export_counts : texts.export_task_count)
              .replace("{messages}", numbers.format(progress?.messages ?? 0))
              .replace("{tasks}", numbers.format(progress?.tasks ?? 0))}
          </span>
          <button type="button" class="quiet" onClick={cancel}>{texts.export_cancel}</button>
        </div>
      )}
      <p role="status" class={ended && progress.state !== "done" ? "problem" : undefined}>
        {running && progress !== null && <span class="visually-hidden">{texts.export_running}
        </span>}
        {ended && texts[`export_${progress.state as "done" | "failed" | "cancelled"}`]}
      </p>
    </div>
  );
}

async function progressAt(address: string): Promise<ExportProgress | null> {
  try {
    const answer = await fetch(address, { headers: { accept: "application/json" } });
    const { progress } = await answer.json();
    return typeof progress?.state === "string" ? progress : null;
  } catch {
    // The network may be back at the next look.
    return null;
  }
}
