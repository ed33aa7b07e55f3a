import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { TableProblem } from "./reading/read_table.ts";

/** Characters of the names of columns that are told. */
const LONGEST = 400;

/** The sentence for a file that gives no tasks, which says what to do. */
export function tableProblemText(found: TableProblem, language: Language): string {
  switch (found.problem) {
    case "open_quote":
      return t(language, "import_open_quote", { line: found.line });
    case "no_title":
      return t(language, "import_no_title", {
        columns: found.head.filter((name) => name !== "").join(", ").slice(0, LONGEST),
      });
  }
  return t(language, `import_${found.problem}`);
}
