/** Splits a typed list of usernames at commas, semicolons or spaces; brackets around it are ignored. */
export function splitNames(typed: string): string[] {
  return typed.split(/[\s,;[\]]+/).filter((name) => name !== "");
}

/** Whether the list contains any name. */
export function hasNames(typed: string): boolean {
  return splitNames(typed).length > 0;
}
