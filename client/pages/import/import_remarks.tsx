import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { contained } from "../../shared/isolated_text.ts";
import { isUnclear } from "./reading/due_days.ts";
import type { ImportChoices, ImportPlan } from "./reading/plan_import.ts";
import type { Table } from "./reading/read_table.ts";

/** Rows and names that are told one by one. */
const TOLD = 20;

interface ImportRemarksProps {
  plan: ImportPlan;
  table: Table;
  choices: ImportChoices;
  language: Language;
}

/** Tells what one should know before a file is imported: what can't be taken, and why; nothing where all can be. */
export function ImportRemarks({ plan, table, choices, language }: ImportRemarksProps) {
  const { refused, unread, strangers, several, long, archived } = plan;
  const remarks: string[] = [];
  const tell = (some: readonly string[]) => {
    const left = some.length - TOLD;
    const told = some.slice(0, TOLD).join(", ");
    return left > 0 ? `${told}, ${t(language, "import_and_more", { count: left })}` : told;
  };
  const short = (text: string) => contained(text.slice(0, 60));
  if (refused.length > 0) {
    remarks.push(t(language, "import_refused", {
      count: refused.length,
      lines: tell(refused.map(({ line, why }) => t(language, `import_why_${why}`, { line }))),
    }));
  }
  if (choices.shorten && long > 0) remarks.push(t(language, "import_shortened", { count: long }));
  if (!choices.archived && archived > 0) {
    remarks.push(t(language, "import_archived_left", { count: archived }));
  }
  if (unread.length > 0) {
    const cells = tell(unread.map(({ line, cell }) => `“${short(cell)}” (${line})`));
    remarks.push(t(language, "import_unread", { count: unread.length, cells }));
  }
  if (strangers.size > 0) {
    const names = tell([...strangers].map(([name, rows]) => `${short(name)} (${rows})`));
    remarks.push(t(language, "import_strangers", { names }));
  }
  if (several > 0) remarks.push(t(language, "import_several", { count: several }));
  if (table.rows.some(({ due = "" }) => isUnclear(due))) {
    remarks.push(t(language, `import_days_${choices.order}`));
  }
  if (remarks.length === 0) return null;
  return (
    <>
      <h3>{t(language, "import_told")}</h3>
      <ul class="remarks">
        {remarks.map((remark) => <li key={remark}>{remark}</li>)}
      </ul>
    </>
  );
}
