import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../../lib/model/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { postForm } from "../../post_form.ts";
import { sentText } from "../../../shared/sent_text.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

type LoadedComponents = typeof import("./loaded_actions.ts");

/** The message actions with the components that render them. */
export interface RenderedMessageActions extends MessageActions {
  /** The lazily loaded components; null until first used. */
  loaded: LoadedComponents | null;
  /** Loads them; with `id`, opens that message's page if that fails. */
  load(id?: number): void;
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
  const [loaded, setLoaded] = useState<LoadedComponents | null>(null);
  const [opened, setOpened] = useState<OpenAction | null>(null);
  // A reply may arrive when something else is open.
  const current = useRef<OpenAction | null>(null);
  /** Where the focus was when the form or question was opened. */
  const origin = useRef<Element | null>(null);
  /** Moves the focus once the form or question is gone; before that, a dialog holds it. */
  const focusNext = useRef<(() => void) | null>(null);

  useLayoutEffect(() => {
    focusNext.current?.();
    focusNext.current = null;
  }, [opened]);

  function change(open: OpenAction | null): void {
    current.current = open;
    setOpened(open);
  }

  /** Closes what is open, and moves the focus to where the user came from, or else to the message's menu. */
  function close(): void {
    if (current.current === null) return;
    const { id } = current.current;
    focusNext.current = () => {
      const from = origin.current;
      const menu = document.querySelector<HTMLElement>(`#message-${id} .message-menu`);
      if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
      else if (menu !== null) menu.focus();
      else latest.current.focusElsewhere();
    };
    change(null);
  }

  async function post(id: number, fields: Record<string, string>): Promise<string | null> {
    const open = current.current;
    if (open === null || open.id !== id || open.busy) return null;
    change({ ...open, busy: true, problem: null });
    const { path, texts } = latest.current;
    const answer = await postForm<{ message: Message }>(path(id), fields, texts, "message");
    const still = current.current?.id === id && current.current.what === open.what;
    if ("error" in answer) {
      if (still) change({ ...current.current!, busy: false, problem: answer.error.text });
      return answer.error.text;
    }
    latest.current.onChanged(answer.message);
    if (!still) return null;
    if (open.what === "edit") close();
    else {
      // The message has no menu any more.
      focusNext.current = latest.current.focusElsewhere;
      change(null);
    }
    return null;
  }

  async function load(): Promise<void> {
    if (loaded === null) setLoaded(await import("./loaded_actions.ts"));
  }

  async function open(id: number, what: OpenAction["what"]): Promise<void> {
    origin.current = document.activeElement;
    try {
      await load();
      change({ id, what, problem: null, busy: false, text: latest.current.textOf(id) });
    } catch {
      openPage(id);
    }
  }

  /** Falls back to the message's page, if the server can be reached. */
  function openPage(id: number | undefined): void {
    const { connected, path } = latest.current;
    if (id !== undefined && connected) location.assign(path(id));
  }

  return {
    live: options.live,
    opened,
    loaded,
    load: (id) => void load().catch(() => openPage(id)),
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
    remove: (id) => post(id, { do: "delete" }),
  };
}
