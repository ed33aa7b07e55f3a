import { useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { postForm } from "../post_form.ts";
import type { MessageActions, Open } from "./message_actions.ts";

type MessageParts = typeof import("./message_editing.ts");

/** The actions, and the parts that draw them. */
export interface DrawnMessageActions extends MessageActions {
  /** The components that draw what is open; null until something was opened. */
  parts: MessageParts | null;
}

interface Options {
  /** Where a message is changed, and has a page of its own. */
  path(id: number): string;
  /** Whether live events come. */
  connected: boolean;
  texts: RoomTexts;
  live: boolean;
  textOf(id: number): string;
  onChanged(message: Message): void;
  /** Where the keyboard goes when a message's line has nothing more to be done. */
  focusElsewhere(): void;
}

/** The functions of an earlier drawing do what those of the latest do: lines that are as they were keep them. */
export function useMessageActions(options: Options): DrawnMessageActions {
  const latest = useRef(options);
  latest.current = options;
  const [parts, setParts] = useState<MessageParts | null>(null);
  const [opened, setOpened] = useState<Open | null>(null);
  // Answers come when something else may be open.
  const current = useRef<Open | null>(null);

  function change(open: Open | null): void {
    current.current = open;
    setOpened(open);
  }

  function close(): void {
    const id = current.current?.id;
    change(null);
    const menu = document.querySelector<HTMLElement>(`#message-${id} .message-menu`);
    if (menu === null) latest.current.focusElsewhere();
    else menu.focus();
  }

  async function post(id: number, fields: Record<string, string>): Promise<void> {
    const open = current.current;
    if (open === null || open.id !== id || open.busy) return;
    change({ ...open, busy: true, problem: null });
    const { path, texts } = latest.current;
    const answer = await postForm<{ message: Message }>(path(id), fields, texts);
    const still = current.current?.id === id && current.current.what === open.what;
    if ("error" in answer) {
      if (still) change({ ...current.current!, busy: false, problem: answer.error.text });
      return;
    }
    latest.current.onChanged(answer.message);
    if (!still) return;
    change(null);
    latest.current.focusElsewhere();
  }

  async function open(id: number, what: Open["what"]): Promise<void> {
    try {
      setParts(await import("./message_editing.ts"));
      change({ id, what, problem: null, busy: false, text: latest.current.textOf(id) });
    } catch {
      // The page of the message can do it too, where there is one to be had.
      if (latest.current.connected) location.assign(latest.current.path(id));
    }
  }

  return {
    live: options.live,
    opened,
    parts,
    open: (id, what) => void open(id, what),
    close,
    typed: (text) => {
      // Not drawn: the field shows it.
      if (current.current !== null) current.current.text = text;
    },
    save(id, text) {
      if (text.trim() === latest.current.textOf(id)) close();
      else void post(id, { do: "edit", message: text });
    },
    remove: (id) => void post(id, { do: "delete" }),
  };
}
