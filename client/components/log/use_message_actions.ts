import { useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { postForm } from "../post_form.ts";
import { sentText } from "../../shared/sent_text.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

type EditingComponents = typeof import("./message_editing.ts");

/** The message actions with the components that render them. */
export interface RenderedMessageActions extends MessageActions {
  /** The lazily loaded components; null until first used. */
  editing: EditingComponents | null;
}

interface Options {
  /** The URL for changing a message, which is also its page. */
  path(id: number): string;
  /** Whether live events are arriving. */
  connected: boolean;
  texts: RoomTexts;
  live: boolean;
  textOf(id: number): string;
  onChanged(message: Message): void;
  /** Moves the focus when a message no longer has any actions. */
  focusElsewhere(): void;
}

/**
 * Returns the actions on messages. Functions from an earlier render behave like the latest ones, so unchanged lines may
 * keep them.
 */
export function useMessageActions(options: Options): RenderedMessageActions {
  const latest = useRef(options);
  latest.current = options;
  const [editing, setEditing] = useState<EditingComponents | null>(null);
  const [opened, setOpened] = useState<OpenAction | null>(null);
  // A reply may arrive when something else is open.
  const current = useRef<OpenAction | null>(null);
  /** Where the focus was when the menu or form was opened. */
  const origin = useRef<Element | null>(null);

  function change(open: OpenAction | null): void {
    current.current = open;
    setOpened(open);
  }

  /** Closes what is open, and moves the focus to where the user came from, or else to the message's menu. */
  function close(): void {
    const id = current.current?.id;
    change(null);
    const from = origin.current;
    const menu = document.querySelector<HTMLElement>(`#message-${id} .message-menu`);
    if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
    else if (menu !== null) menu.focus();
    else latest.current.focusElsewhere();
  }

  async function post(id: number, fields: Record<string, string>): Promise<void> {
    const open = current.current;
    if (open === null || open.id !== id || open.busy) return;
    change({ ...open, busy: true, problem: null });
    const { path, texts } = latest.current;
    const answer = await postForm<{ message: Message }>(path(id), fields, texts, "message");
    const still = current.current?.id === id && current.current.what === open.what;
    if ("error" in answer) {
      if (still) change({ ...current.current!, busy: false, problem: answer.error.text });
      return;
    }
    latest.current.onChanged(answer.message);
    if (!still) return;
    if (open.what === "edit") return close();
    // The message has no menu any more.
    change(null);
    latest.current.focusElsewhere();
  }

  async function open(id: number, what: OpenAction["what"]): Promise<void> {
    // From a menu to a form, the focus stays in the same line.
    if (current.current?.id !== id) origin.current = document.activeElement;
    try {
      setEditing(await import("./message_editing.ts"));
      change({ id, what, problem: null, busy: false, text: latest.current.textOf(id) });
    } catch {
      // Fall back to the message's page, if the server can be reached.
      if (latest.current.connected) location.assign(latest.current.path(id));
    }
  }

  return {
    live: options.live,
    opened,
    editing,
    open: (id, what) => void open(id, what),
    close,
    typed: (text) => {
      // No render needed: the field already shows the text.
      if (current.current !== null) current.current.text = text;
    },
    save(id, text) {
      const before = latest.current.textOf(id);
      if (text === before || sentText(text) === before) close();
      else void post(id, { do: "edit", message: text });
    },
    remove: (id) => void post(id, { do: "delete" }),
  };
}
