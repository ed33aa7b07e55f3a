/** Splits a list of usernames as it stands in a request: `[name, name]`, brackets optional, split by `,` `;` or spaces. */
export function splitNames(list: string): string[] {
  const names = list.trim().replace(/^\[/, "").replace(/\]$/, "");
  return names.split(/[,;\s]+/).filter((name) => name !== "");
}

/** Splits usernames as a person types them, where brackets anywhere separate too: no name has any. */
export function splitTypedNames(typed: string): string[] {
  return splitNames(typed.replace(/[[\]]/g, " "));
}
