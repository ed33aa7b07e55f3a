import { useEffect } from "preact/hooks";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { Icon } from "../icon.tsx";

/** A sentence about what was just done, and how it is undone. */
export interface BoardNews {
  text: string;
  undo?(): void;
  /** Whether it tells what went wrong. */
  problem?: boolean;
}

interface BoardNoticeProps {
  news: BoardNews;
  texts: Pick<BoardTexts, "undo" | "undo_close">;
  onClose(): void;
}

/** How long it stays; longer where something went wrong, which has to be read. */
const SHOWN_MS = 10_000;
const PROBLEM_MS = 30_000;

/** Tells below the board what was just done, with a button that undoes it. */
export function BoardNotice({ news, texts, onClose }: BoardNoticeProps) {
  useEffect(() => {
    const timer = setTimeout(onClose, news.problem ? PROBLEM_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <div class={news.problem ? "board-notice problem" : "board-notice"}>
      <p role={news.problem ? "alert" : "status"}>{news.text}</p>
      {news.undo && (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            news.undo!();
            onClose();
          }}
        >
          {texts.undo}
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={texts.undo_close}
        title={texts.undo_close}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
