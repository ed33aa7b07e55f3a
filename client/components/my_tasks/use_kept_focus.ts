import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a list whose rows move and go: it stays with its row, else it goes to the row that is there now, or
 * to what has `data-rest` where none is left.
 */
export function useKeptFocus(list: RefObject<HTMLElement>): void {
  const rows = () => [...list.current?.querySelectorAll<HTMLElement>("li[id]") ?? []];
  // Recorded before this render changes the page.
  const held = useRef<{ id: string; index: number } | null>(null);
  const row = list.current?.contains(document.activeElement)
    ? document.activeElement!.closest<HTMLElement>("li[id]")
    : null;
  held.current = row && { id: row.id, index: rows().indexOf(row) };

  useLayoutEffect(() => {
    if (held.current === null || document.activeElement !== document.body) return;
    const now = rows();
    const { id, index } = held.current;
    const next = now.find((row) => row.id === id) ?? now[Math.min(index, now.length - 1)];
    const rest = document.querySelector<HTMLElement>("[data-rest]");
    (next?.querySelector<HTMLElement>("button") ?? rest)?.focus();
  });
}
