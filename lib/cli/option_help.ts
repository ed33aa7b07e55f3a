import type { Bilingual, Language } from "./locale.ts";
import type { OptionTable } from "./options.ts";

/** Options under one heading of `--help`. */
export interface OptionGroup {
  title: Bilingual;
  /** The subject of the options, where the heading tells something else. */
  subject?: Bilingual;
  options: OptionTable;
}

const ALWAYS: [string, Bilingual][] = [
  ["--help", { en: "show this", vi: "hiện phần này" }],
  ["--version", { en: "show the version", vi: "hiện phiên bản" }],
];

/**
 * Formats the options for `--help`, with environment variables and defaults. The first group also lists `--help` and
 * `--version`.
 */
export function describeOptions(groups: OptionGroup[], language: Language): string {
  const sections = groups.map(({ title, options }, place) => {
    const rows = Object.entries(options).map(([flag, { value, help, env, default: usual }]) => {
      const usage = `--${flag}${value ? ` ${value}` : ""}`;
      const known = typeof usual === "boolean" || usual === "" ? [env] : [env, usual];
      const told = known.filter((each) => each !== undefined).join(", ");
      return [usage, help[language] + (told && ` (${told})`)];
    });
    if (place === 0) {
      rows.push(...ALWAYS.map(([usage, help]) => [usage, help[language]]));
    }
    return { title: title[language], rows };
  });
  const width = Math.max(...sections.flatMap(({ rows }) => rows.map(([usage]) => usage.length)));
  return sections.map(({ title, rows }) =>
    [`${title}:`, ...rows.map(([usage, help]) => `  ${usage.padEnd(width)}  ${help}`)].join("\n")
  ).join("\n\n");
}
