/** The strokes of a board's own icons; see `STROKES`. */
export const BOARD_STROKES = {
  chat: "M20 12a8 8 0 0 1-11.6 7.1L4 20l1-4.2A8 8 0 1 1 20 12Z",
  day: "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4",
  notes: "M4 6h16M4 12h16M4 18h9",
} as const;
