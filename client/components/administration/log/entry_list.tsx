import type { LogEntry } from "../../../../lib/model/log/log_entry.ts";
import type { LogTexts } from "../../../i18n/administration/log_texts.ts";
import { format } from "../../../i18n/format.ts";
import type { Values } from "../../../i18n/message.ts";
import { entrySummary, harmlessText } from "../../../shared/administration/entry_summary.ts";

interface EntryListProps {
  entries: readonly LogEntry[];
  /** Whether they are folded to their summaries. */
  brief: boolean;
  texts: LogTexts;
}

/** Entries of the server's log, each with its summary, and as it stands in the file. */
export function EntryList({ entries, brief, texts }: EntryListProps) {
  return (
    <ol class="log-entries">
      {entries.map((entry) => <Entry key={entry.id} {...{ entry, brief, texts }} />)}
    </ol>
  );
}

function Entry({ entry, brief, texts }: Omit<EntryListProps, "entries"> & { entry: LogEntry }) {
  const { time, user, name, word, about, refusal } = entrySummary(entry);
  const say = sayIn(texts);
  return (
    <li>
      <details open={!brief}>
        <summary>
          {time === "" ? <i>{say("log_torn")}</i> : <time>{time}</time>}{" "}
          {user === null ? <i>{say("log_nobody")}</i> : <b dir="auto">{harmlessText(user)}</b>}{" "}
          <span class="log-action" title={word}>
            {texts.language === "vi" && name !== "" ? harmlessText(name) : word}
          </span>{" "}
          <bdi class="log-about">{harmlessText(about)}</bdi> {refusal === null
            ? null
            : <span class="log-refusal" dir="auto">{harmlessText(refusal)}</span>}
        </summary>
        <pre dir="ltr">{harmlessText(entry.text.trimEnd())}</pre>
      </details>
    </li>
  );
}

/** Returns what says a sentence of the log in the page's language. */
export function sayIn({ language, texts }: LogTexts) {
  return (key: keyof LogTexts["texts"], values?: Values) => format(language, texts[key], values);
}
