import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Wide screens have the members beside the log, unfolded; small ones above it, folded. */
export function useOpenDetails(): RefObject<HTMLDetailsElement> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const wide = matchMedia("(min-width: 56rem)");
    const unfold = () => details.current!.open = wide.matches;
    if (wide.matches) unfold();
    wide.addEventListener("change", unfold);
    return () => wide.removeEventListener("change", unfold);
  }, []);
  return details;
}
