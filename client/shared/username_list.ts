/** The usernames of a list as people type it, split by `,` `;` or spaces, maybe in brackets. */
export function splitNames(typed: string): string[] {
  return typed.split(/[\s,;[\]]+/).filter((name) => name !== "");
}

/** Whether there is any. */
export function hasNames(typed: string): boolean {
  return splitNames(typed).length > 0;
}
