import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Opens the member list on wide screens, where it is beside the log, and closes it on small ones, where it is above.
 */
export function useOpenDetails(): RefObject<HTMLDetailsElement> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const wide = matchMedia("(min-width: 56rem)");
    const update = () => details.current!.open = wide.matches;
    if (wide.matches) update();
    wide.addEventListener("change", update);
    return () => wide.removeEventListener("change", update);
  }, []);
  return details;
}
