/** The themes that a person may choose; `system` follows the browser. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = typeof THEMES[number];

/** Returns the theme of this name, which may come from anywhere; `system` for any other. */
export function themeOf(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? "system";
}
