/**
 * Splits a list of usernames such as `[name, name]`, as it stands in requests and as people type it. Names are
 * separated by `,` `;` or whitespace. Brackets are optional, and never part of a name.
 */
export function splitNames(list: string): string[] {
  return list.split(/[\s,;[\]]+/).filter((name) => name !== "");
}
