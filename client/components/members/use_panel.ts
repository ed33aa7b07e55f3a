import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { MEMBERS_COOKIE } from "../../shared/members_shown.ts";

/** `auto`: beside the room where there is space, else closed. */
export type PanelState = "auto" | "open" | "closed";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether there is space for the panel beside the room; as in members.css. */
const BESIDE = "(min-width: 62.5rem)";

export interface Panel {
  state: PanelState;
  /** Whether it can be seen; null before the page is live. */
  visible: boolean | null;
  element: RefObject<HTMLElement>;
  /** The control that opens and closes it. */
  control: RefObject<HTMLAnchorElement>;
  show(open: boolean): void;
}

/**
 * A panel that opens and closes. The browser keeps whether it is closed beside the room, in a cookie, so that the
 * server renders the next page as it will stay.
 */
export function usePanel(initial: PanelState): Panel {
  const [state, setState] = useState(initial);
  const [visible, setVisible] = useState<boolean | null>(null);
  const element = useRef<HTMLElement>(null);
  const control = useRef<HTMLAnchorElement>(null);
  const kept = useRef<PanelState>(initial === "closed" ? "closed" : "auto");
  const moveFocus = useRef(false);

  // Before the next key is pressed, which would go to what is hidden now.
  useLayoutEffect(() => {
    const open = element.current!.getClientRects().length > 0;
    setVisible(open);
    if (!moveFocus.current) return;
    moveFocus.current = false;
    (open ? element : control).current!.focus();
  }, [state]);

  useEffect(() => {
    const beside = matchMedia(BESIDE);
    const update = () => {
      setState(kept.current);
      setVisible(beside.matches && kept.current === "auto");
    };
    beside.addEventListener("change", update);
    return () => beside.removeEventListener("change", update);
  }, []);

  return {
    state,
    visible,
    element,
    control,
    show(open) {
      const beside = matchMedia(BESIDE).matches;
      if (beside) {
        kept.current = open ? "auto" : "closed";
        const age = open ? 0 : YEAR_SECONDS;
        document.cookie = `${MEMBERS_COOKIE}=closed; Path=/; Max-Age=${age}; SameSite=Lax`;
      }
      moveFocus.current = !open || !beside;
      setState(open ? "open" : "closed");
    },
  };
}
