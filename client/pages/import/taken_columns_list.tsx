import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { contained } from "../../shared/isolated_text.ts";
import type { TakenField } from "./reading/columns.ts";
import type { Table } from "./reading/read_table.ts";

const SEPARATORS = {
  ",": "import_comma",
  ";": "import_semicolon",
  "\t": "import_tab",
} as const;

/** The names of columns that are told to be ignored. */
const MOST_IGNORED = 50;

/** The columns of a file: what each is taken as, and which are not. */
export function TakenColumnsList({ table, language }: { table: Table; language: Language }) {
  const { head, taken, encoding, separator } = table;
  const fields = (Object.entries(taken) as [TakenField, number][]).sort(([, a], [, b]) => a - b);
  const places = Object.values(taken);
  const ignored = head.filter((name, place) => name !== "" && !places.includes(place))
    .slice(0, MOST_IGNORED);
  return (
    <section class="card">
      <h2>{t(language, "import_columns")}</h2>
      <div class="wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(language, "import_column")}</th>
              <th scope="col">{t(language, "import_taken_as")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(([field, place]) => (
              <tr key={field}>
                <th scope="row">
                  <bdi>{contained(head[place].slice(0, 100))}</bdi>
                </th>
                <td>{t(language, `import_as_${field}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ignored.length > 0 && (
        <p class="hint">
          {t(language, "import_ignored", {
            columns: ignored.map((name) => contained(name.slice(0, 100))).join(", "),
          })}
        </p>
      )}
      <p class="hint">
        {t(language, "import_read_as", { encoding, separator: t(language, SEPARATORS[separator]) })}
      </p>
    </section>
  );
}
