/**
 * The usernames of `[name, name]`, as requests hold it and people type it: split by `,` `;` or spaces. Brackets are
 * optional, and in no name.
 */
export function splitNames(list: string): string[] {
  return list.split(/[\s,;[\]]+/).filter((name) => name !== "");
}
