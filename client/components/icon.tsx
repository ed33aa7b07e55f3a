/**
 * The strokes of each icon of a room on a grid of 24, in one family: round ends, 1.75 wide (base.css). A browser loads
 * them all.
 */
export const STROKES = {
  back: "m14 6-6 6 6 6",
  close: "m6 6 12 12M18 6 6 18",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  people:
    "M12.5 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0ZM3 20c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5M16 5a3.5 3.5 0 0 1 0 6.5M17.5 15c2.2.600 3.5 2.4 3.5 5",
  box: "M4 8h16v12H4zM3 4h18v4H3zM10 12h4",
  pen: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  task: "M4 4h16v16H4zM8 12l3 3 5-6",
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12Z",
  search: "M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0ZM20 20l-4-4",
  settings:
    "M4 7h9m4 0h3M4 17h3m4 0h9M17 7a2 2 0 1 1-4 0a2 2 0 0 1 4 0ZM11 17a2 2 0 1 1-4 0a2 2 0 0 1 4 0Z",
} as const;

/** The strokes of the icons that are drawn by the server alone. */
export const PAGE_STROKES = {
  log_out: "M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9",
  plus: "M12 5v14M5 12h14",
} as const;

/** An icon. Decorative: whatever holds it has the name. */
export function Icon({ name }: { name: keyof typeof STROKES }) {
  return <StrokeIcon path={STROKES[name]} />;
}

/** An icon by its strokes. */
export function StrokeIcon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
