import { useLayoutEffect, useRef } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

interface MessageChoicesProps {
  open: OpenAction;
  actions: MessageActions;
  texts: RoomTexts;
}

/** The actions for a message, or the confirmation of its deletion. Takes the focus; Escape closes it. */
export function MessageChoices({ open, actions, texts }: MessageChoicesProps) {
  const { id, what, problem, busy } = open;
  const group = useRef<HTMLDivElement>(null);
  const asks = what === "delete";

  useLayoutEffect(() => {
    // Focus the harmless button of a confirmation (the last), or the most common action of a menu (the first).
    const buttons = group.current!.querySelectorAll("button");
    buttons[asks ? buttons.length - 1 : 0].focus();
    group.current!.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div
      class="message-choices"
      role="group"
      aria-label={asks ? texts.message_delete_means : texts.message_menu}
      ref={group}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        actions.close();
      }}
    >
      {asks && <p>{texts.message_delete_means}</p>}
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      {!asks && (
        <button type="button" class="secondary" onClick={() => actions.open(id, "edit")}>
          {texts.message_edit}
        </button>
      )}
      <button
        type="button"
        class={asks ? "danger" : "secondary"}
        aria-busy={busy}
        onClick={() => asks ? actions.remove(id) : actions.open(id, "delete")}
      >
        {texts.delete}
      </button>
      {asks && (
        <button type="button" class="secondary" onClick={actions.close}>{texts.cancel}</button>
      )}
    </div>
  );
}
