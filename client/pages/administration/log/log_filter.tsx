import type { LogDay } from "../../../../lib/model/log/log_entry.ts";
import type { Language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/translate.ts";
import type { LogQuery } from "../../../shared/administration/log_query.ts";

interface LogFilterProps {
  query: LogQuery;
  days: readonly LogDay[];
  language: Language;
}

/** The form that chooses which entries of the log are shown. */
export function LogFilter({ query, days, language }: LogFilterProps) {
  const { day, action, person, text, brief } = query;
  const chosen = days.find((each) => each.day === day);
  // The chosen ones stay chosen, also where there is nothing of them.
  const listed = new Set([...days.map(({ day }) => day), ...day === "" ? [] : [day]]);
  const actions = new Set([...chosen?.actions ?? [], ...action === "" ? [] : [action]]);
  return (
    <form class="card log-filter" method="get" action="/admin/log">
      <label>
        {t(language, "log_day")}
        <select name="day">
          {[...listed].map((each) => (
            <option key={each} value={each} selected={each === day}>
              {each.replaceAll("_", "/")}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(language, "log_action")}
        <select name="action">
          <option value="">{t(language, "log_every_action")}</option>
          {[...actions].sort().map((each) => (
            <option key={each} value={each} selected={each === action}>{each}</option>
          ))}
        </select>
      </label>
      <label class="log-person">
        {t(language, "log_person")}
        <input
          name="person"
          value={person}
          maxLength={200}
          placeholder={t(language, "username")}
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <label class="log-text">
        {t(language, "log_text")}
        <input
          name="text"
          type="search"
          value={text}
          maxLength={200}
          placeholder={t(language, "log_text_means")}
          autocomplete="off"
        />
      </label>
      <label class="choice">
        <input type="checkbox" name="brief" value="1" checked={brief} />
        {t(language, "log_brief")}
      </label>
      <button type="submit">{t(language, "log_show")}</button>
    </form>
  );
}
