/** Members by their names in lower case and without accents. */
export type MembersByName = ReadonlyMap<string, string>;

export function membersByName(members: readonly string[]): MembersByName {
  return new Map(members.map((name) => [plain(name), name]));
}

/**
 * The members that a cell names, `alice, @bob; Carol Nguyễn (carol)`, in their order, and the other names. A name of
 * several words is looked for as a whole, then without spaces.
 */
export function namedMembers(
  cell: string,
  members: MembersByName,
): { found: string[]; unknown: string[] } {
  const found = new Set<string>();
  const unknown = new Set<string>();
  for (const part of cell.split(/[,;|\n]/)) {
    const name = part.trim().replace(/^@/, "");
    if (name === "" || name === "-") continue;
    const [, before, within] = /^([^()]*)\(@?([^()]*)\)$/.exec(name) ?? [];
    const member = [name, within, before]
      .flatMap((form) => form === undefined ? [] : [plain(form), plain(form).replaceAll(" ", "")])
      .map((form) => members.get(form)).find((member) => member !== undefined);
    if (member === undefined) unknown.add(name);
    else found.add(member);
  }
  return { found: [...found], unknown: [...unknown] };
}

function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
}
