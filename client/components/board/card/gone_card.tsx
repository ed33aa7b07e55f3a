import type { Ref } from "preact";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";

interface GoneCardProps {
  /** The username of who has deleted the task; "" if that isn't known. */
  by: string;
  /** The text that was being typed into its card. */
  typed: string;
  /** The board without the card. */
  closeHref: string;
  texts: Pick<
    BoardTexts,
    "card_gone" | "card_gone_by" | "card_close" | "restore_task" | "typed_unsaved"
  >;
  element: Ref<HTMLElement>;
  onRestore?(): void;
  onClose?(): void;
}

/** Stands for the card of a task that is gone, with what was typed into it. */
export function GoneCard(props: GoneCardProps) {
  const { by, typed, closeHref, texts, element, onRestore, onClose } = props;
  return (
    <aside class="card-panel" aria-label={texts.card_gone} tabIndex={-1} ref={element}>
      <p class="notice-box" role="alert">
        {by === "" ? texts.card_gone : fill(texts.card_gone_by, { user: by })}
      </p>
      {typed !== "" && (
        <div class="field">
          <label for="typed-unsaved">{texts.typed_unsaved}</label>
          <textarea id="typed-unsaved" rows={6} readOnly dir="auto" value={typed} />
        </div>
      )}
      <div class="choices">
        <a
          class="button secondary"
          href={closeHref}
          onClick={onClose && ((event) => {
            event.preventDefault();
            onClose();
          })}
        >
          {texts.card_close}
        </a>
        {onRestore && (
          <button type="button" class="secondary" onClick={onRestore}>{texts.restore_task}</button>
        )}
      </div>
    </aside>
  );
}
