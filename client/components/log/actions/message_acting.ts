import type { Message } from "../../../../lib/model/message.ts";
import type { Task } from "../../../../lib/model/task.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { sentText } from "../../../shared/sent_text.ts";
import { postForm } from "../../post_form.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

export interface ActingOptions {
  /** The URL for changing a message, which is also its page. */
  path(id: number): string;
  texts: RoomTexts;
  textOf(id: number): string;
  onChanged(message: Message): void;
  /** Moves the focus when a message no longer has any actions. */
  focusElsewhere(): void;
}

/** Edits and deletes messages in place, makes tasks of them, and keeps the focus where the user expects it. */
export class MessageActing implements MessageActions {
  readonly #options: () => ActingOptions;
  readonly #show: (opened: OpenAction | null) => void;
  /** A reply may arrive when something else is open. */
  #current: OpenAction | null = null;
  /** Where the focus was when the form or question was opened. */
  #origin: Element | null = null;
  /** Moves the focus once the form or question is gone; before that, a dialog holds it. */
  #focusNext: (() => void) | null = null;

  /**
   * @param options returns those of the latest render
   * @param show renders what is open
   */
  constructor(options: () => ActingOptions, show: (opened: OpenAction | null) => void) {
    this.#options = options;
    this.#show = show;
  }

  open = (id: number, what: OpenAction["what"], from = document.activeElement): void => {
    this.#origin = from;
    this.#change({ id, what, problem: null, busy: false, text: this.#options().textOf(id) });
  };

  /** Closes what is open, and moves the focus to where the user came from, or else to the message's menu. */
  close = (): void => {
    if (this.#current === null) return;
    const { id } = this.#current;
    this.#focusNext = () => {
      const from = this.#origin;
      const menu = document.querySelector<HTMLElement>(`#message-${id} .message-menu`);
      if (from instanceof HTMLElement && from.isConnected && from !== document.body) from.focus();
      else if (menu !== null) menu.focus();
      else this.#options().focusElsewhere();
    };
    this.#change(null);
  };

  /** Call when what is open has been rendered. */
  rendered(): void {
    this.#focusNext?.();
    this.#focusNext = null;
  }

  typed(text: string): void {
    // No render needed: the field already shows the text.
    if (this.#current !== null) this.#current.text = text;
  }

  save(id: number, text: string): void {
    const before = this.#options().textOf(id);
    if (text === before || sentText(text) === before) this.close();
    else void this.#post(id, { do: "edit", message: text });
  }

  remove(id: number): Promise<string | null> {
    return this.#post(id, { do: "delete" });
  }

  /** The events of the room bring the task. */
  async promote(id: number): Promise<string | null> {
    const { path, texts } = this.#options();
    const answer = await postForm<{ task: Task }>(path(id), { do: "promote" }, texts, "task");
    return "error" in answer ? answer.error.text : null;
  }

  #change(open: OpenAction | null): void {
    this.#current = open;
    this.#show(open);
  }

  async #post(id: number, fields: Record<string, string>): Promise<string | null> {
    const open = this.#current;
    if (open === null || open.id !== id || open.busy) return null;
    this.#change({ ...open, busy: true, problem: null });
    const { path, texts } = this.#options();
    const answer = await postForm<{ message: Message }>(path(id), fields, texts, "message");
    const now = this.#current as OpenAction | null;
    const still = now?.id === id && now.what === open.what ? now : null;
    if ("error" in answer) {
      if (still) this.#change({ ...still, busy: false, problem: answer.error.text });
      return answer.error.text;
    }
    this.#options().onChanged(answer.message);
    if (!still) return null;
    if (open.what === "edit") this.close();
    else {
      // The message has no menu any more.
      this.#focusNext = () => this.#options().focusElsewhere();
      this.#change(null);
    }
    return null;
  }
}
