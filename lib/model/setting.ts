/** An option of the server that is in force (docs/PROTOCOL.md, `settings`). */
export interface Setting {
  /** The flag without its `--`. */
  option: string;
  value: string | number | boolean;
  default: string | number | boolean;
  source: SettingSource;
  /** The environment variable that sets it. */
  variable: string;
}

/** Where an option's value comes from. */
export type SettingSource = "default" | "environment" | "command_line";
