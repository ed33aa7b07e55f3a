import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { Setting } from "../../../lib/model/setting.ts";
import {
  type ExplainedSetting,
  quantityText,
  settingGroups,
  settingText,
} from "./setting_groups.ts";

interface SettingsInForceProps {
  settings: readonly Setting[];
  language: Language;
}

/** The server's settings in groups: what each is for, its value, and where that comes from. */
export function SettingsInForce({ settings, language }: SettingsInForceProps) {
  const count = settings.filter(({ source }) => source !== "default").length;
  return (
    <section class="settings-in-force" aria-labelledby="settings">
      <h2 id="settings">{t(language, "settings_in_force")}</h2>
      <p class="hint">
        {count === 0
          ? t(language, "settings_unset")
          : t(language, "settings_set", { count, all: settings.length })}{" "}
        {t(language, "settings_how")}
      </p>
      {settingGroups(settings, language).map(({ title, settings }) => (
        <section key={title} class="card">
          <h3>{title}</h3>
          <dl class="settings-list">
            {settings.map((setting) => (
              <SettingRow key={setting.option} setting={setting} language={language} />
            ))}
          </dl>
        </section>
      ))}
    </section>
  );
}

function SettingRow({ setting, language }: { setting: ExplainedSetting; language: Language }) {
  const { option, value, help, source } = setting;
  const quantity = quantityText(setting, language);
  return (
    <div class={source === "default" ? undefined : "set"}>
      <dt>
        <code>--{option}</code>
      </dt>
      {help !== "" && <dd class="hint">{help}</dd>}
      <dd class="setting-value">
        <span>
          <SettingValue value={value} language={language} />
          {quantity !== null && <span class="hint">{quantity}</span>}
        </span>
        <span class="setting-source">
          <Source setting={setting} language={language} />
        </span>
      </dd>
    </div>
  );
}

function SettingValue({ value, language }: { value: Setting["value"]; language: Language }) {
  const text = settingText(value, language);
  const typed = typeof value === "number" || typeof value === "string" && value !== "";
  return typed ? <code dir="auto">{text}</code> : <i>{text}</i>;
}

/** Where a value comes from, and if it isn't the default, what that is. */
function Source({ setting, language }: { setting: ExplainedSetting; language: Language }) {
  const { source, variable, default: usual } = setting;
  if (source === "default") return t(language, "setting_by_default");
  return (
    <>
      <b>
        {t(language, source === "environment" ? "setting_by_environment" : "setting_by_command")}
      </b>
      {source === "environment" && (
        <>
          {" "}
          <code>{variable}</code>
        </>
      )}
      <span class="hint">
        {t(language, "setting_default", { value: settingText(usual, language) })}
      </span>
    </>
  );
}
