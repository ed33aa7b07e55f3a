import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Opens the panel on wide screens, where it is beside the log, and closes it on small ones, where it is above. Browsers
 * that know `::details-content` show it on wide screens anyway.
 */
export function OpenWhenWide({ panel }: { panel: RefObject<HTMLElement> }) {
  useEffect(() => {
    const details = panel.current!.querySelector("details")!;
    const wide = matchMedia("(min-width: 56rem)");
    const update = () => details.open = wide.matches;
    if (wide.matches) update();
    wide.addEventListener("change", update);
    return () => wide.removeEventListener("change", update);
  }, []);
  return null;
}
