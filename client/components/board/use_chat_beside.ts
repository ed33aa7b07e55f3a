import { useEffect, useState } from "preact/hooks";
import { CHAT_COOKIE } from "../../shared/board/chat_beside.ts";

/** Whether there is room for the chat beside the board; as in board.css. */
const BESIDE = "(min-width: 90rem)";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Whether the chat is shown beside the board, which the browser keeps in a cookie. */
export function useChatBeside(initial: boolean) {
  const [shown, setShown] = useState(initial);
  /** False until the page is live: only the browser knows how wide it is. */
  const [wide, setWide] = useState(false);

  useEffect(() => {
    const beside = matchMedia(BESIDE);
    const update = () => setWide(beside.matches);
    update();
    beside.addEventListener("change", update);
    return () => beside.removeEventListener("change", update);
  }, []);

  return {
    wide,
    shown,
    show(shown: boolean) {
      const age = shown ? 0 : YEAR_SECONDS;
      document.cookie = `${CHAT_COOKIE}=closed; Path=/; Max-Age=${age}; SameSite=Lax`;
      setShown(shown);
    },
  };
}
