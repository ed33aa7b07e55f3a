import type { Setting } from "../../../lib/model/setting.ts";
import { SERVER_OPTION_GROUPS } from "../../../lib/server/options/server_options.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";

/** A setting, and what this program knows of its option. */
export interface ExplainedSetting extends Setting {
  /** Empty for an option of a later server. */
  help: string;
  /** The kind of value, as `--help` has it: `S`, `BYTES`. */
  unit: string | null;
}

export interface SettingGroup {
  title: string;
  settings: ExplainedSetting[];
}

/** Groups settings as `chung-server --help` does; what it doesn't have comes last. */
export function settingGroups(settings: readonly Setting[], language: Language): SettingGroup[] {
  const left = new Map(settings.map((setting) => [setting.option, setting]));
  const groups = SERVER_OPTION_GROUPS.map(({ title, subject = title, options }): SettingGroup => ({
    title: subject[language],
    settings: Object.entries(options).flatMap(([option, { help, value: unit = null }]) => {
      const setting = left.get(option);
      return left.delete(option) ? [{ ...setting!, help: help[language], unit }] : [];
    }),
  }));
  groups.push({
    title: t(language, "settings_others"),
    settings: [...left.values()].map((setting) => ({ ...setting, help: "", unit: null })),
  });
  return groups.filter(({ settings }) => settings.length > 0);
}

/** The value of a setting in words, where it is no text or number that is typed as it is. */
export function settingText(value: Setting["value"], language: Language): string {
  if (value === true) return t(language, "setting_on");
  if (value === false) return t(language, "setting_off");
  return value === "" ? t(language, "setting_empty") : String(value);
}

const SECONDS: [unit: string, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** A large number of seconds or bytes in a unit that it is a multiple of; null where there is none. */
export function quantityText(
  { value, unit }: Pick<ExplainedSetting, "value" | "unit">,
  language: Language,
): string | null {
  if (typeof value !== "number" || value === 0) return null;
  if (unit === "BYTES") {
    const [sign, bytes] = value % 1_048_576 === 0 ? ["MiB", 1_048_576] : ["KiB", 1_024];
    return value % bytes === 0 ? `${(value / bytes).toLocaleString(language)} ${sign}` : null;
  }
  const found = unit === "S" ? SECONDS.find(([, seconds]) => value % seconds === 0) : undefined;
  if (found === undefined) return null;
  const options = { style: "unit", unit: found[0], unitDisplay: "long" } as const;
  return (value / found[1]).toLocaleString(language, options);
}
