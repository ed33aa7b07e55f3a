interface AvatarProps {
  name: string;
  size: "small" | "medium";
}

/** The initials and colour of a person, the same everywhere. Said in words beside it, so it is hidden from readers. */
export function Avatar({ name, size }: AvatarProps) {
  return (
    <span
      class={`avatar ${size} person-${personOf(name)}`}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}

const PEOPLE = 8;

function personOf(name: string): number {
  let hash = 0;
  for (const letter of name.toLowerCase()) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return hash % PEOPLE + 1;
}

function initialsOf(name: string): string {
  const [first, second] = name.split(/[._-]+/).filter((part) => part !== "");
  return `${(first ?? "")[0] ?? ""}${(second ?? "")[0] ?? ""}`.toUpperCase();
}
