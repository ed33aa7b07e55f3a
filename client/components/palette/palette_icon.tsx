import type { EntryIcon } from "./palette_entries.ts";

/** Not among the icons of components/icon.tsx, so that only who opens the palette loads them. */
const STROKES: Record<EntryIcon, string> = {
  page: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  person: "M16 8a4 4 0 1 1-8 0a4 4 0 0 1 8 0ZM4 21c0-4 3.500-6 8-6s8 2 8 6",
  act: "M5 12h14M13 6l6 6-6 6",
  search: "M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0ZM20 20l-4-4",
};

/** The sign of an entry: the badge of a project or person, or an icon. */
export function EntrySign({ look }: { look: EntryIcon | { initials: string; colour: number } }) {
  if (typeof look !== "string") {
    const { initials, colour } = look;
    return (
      <span
        class={`avatar small person-${colour}`}
        data-initials={initials}
        aria-hidden="true"
      />
    );
  }
  return (
    <span class="palette-sign">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={STROKES[look]} />
      </svg>
    </span>
  );
}
