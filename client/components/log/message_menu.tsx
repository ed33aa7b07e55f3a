import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { OpenAction } from "./message_actions.ts";
import type { RenderedMessageActions } from "./use_message_actions.ts";

interface MessageMenuProps {
  id: number;
  /** The page on which the message can be changed without script. */
  href: string;
  /** Whether the reader is the author, who may edit; the project's owner may only delete. */
  own: boolean;
  /** The menu or form open at this message. */
  open: OpenAction | null;
  /** Whether Tab reaches this menu: one per log is enough, the arrow keys lead to the others. */
  tabStop: boolean;
  actions: RenderedMessageActions;
  texts: RoomTexts;
}

/** The entry to a message's actions: a link to its page, or with script a menu in place. */
export function MessageMenu(props: MessageMenuProps) {
  const { id, href, own, open, tabStop, actions, texts } = props;
  const label = own ? texts.message_menu : texts.delete;
  const Choices = actions.editing?.MessageChoices;
  return (
    <>
      <a
        class="message-menu"
        href={href}
        aria-label={label}
        title={label}
        aria-expanded={actions.live ? open !== null : undefined}
        tabIndex={tabStop ? undefined : -1}
        onClick={(event) => {
          event.preventDefault();
          if (open !== null) actions.close();
          else actions.open(id, own ? "menu" : "delete");
        }}
        onKeyDown={toNextMenu}
      />
      {open !== null && open.what !== "edit" && Choices && (
        <Choices key={open.what} open={open} actions={actions} texts={texts} />
      )}
    </>
  );
}

/** Moves the focus to the next or previous message's menu with the arrow keys. */
function toNextMenu(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const menus = [...event.currentTarget.closest("ol")!.querySelectorAll<HTMLElement>(
    ".message-menu",
  )];
  menus[menus.indexOf(event.currentTarget) + step]?.focus();
}
