import type { Message } from "../../lib/model/message.ts";
import type { Member, Project } from "../../lib/model/project.ts";
import { cursorText } from "../shared/cursor.ts";
import { EventQueue, type QueueLimits } from "./event_queue.ts";
import type { Cursor } from "../shared/cursor.ts";
import type { Numbered, RoomEvent } from "../shared/live_events.ts";

/** The part of `ok enter` that messages are taken from. */
export interface EnterPage {
  /** Messages up to where the room was entered that were edited or deleted. */
  changed: Message[];
  messages: Message[];
  /** Whether entering again brings further messages or changes. */
  more: boolean;
  last_id: number;
  last_change: number;
}

/** The events of a room on their way to one tab. */
export class RoomSubscriber extends EventQueue<Numbered<RoomEvent>> {
  /** The last message and change given out: every message up to it and none beyond it. */
  cursor: Cursor;
  /** While false, messages and their edits come with the next page of `enter` and not as events. */
  live = false;
  #presenceKnown = false;
  #offline = false;

  constructor(after: Cursor, closed: () => void, limits?: QueueLimits) {
    super(closed, limits);
    this.cursor = { ...after };
  }

  /** Gives out a message of a page or an event, unless it was given out already. */
  message(message: Message): void {
    if (message.id <= this.cursor.message) return;
    const cursor = { ...this.cursor, message: message.id };
    if (this.push({ type: "chat", data: message, id: cursorText(cursor) })) this.cursor = cursor;
  }

  /** Takes an `edit` or `delete` event. Having no change number it may come again with a page, which is harmless. */
  changed(message: Message): void {
    if (message.id <= this.cursor.message) this.push(changeEvent(message));
  }

  /** Takes a page of `enter`, which may begin before what this tab has. */
  page({ changed, messages, more, last_id, last_change }: EnterPage): void {
    const again = messages.filter(({ edited_at, deleted }) => edited_at !== undefined || deleted);
    const edits = [...changed, ...again].filter(({ id }) => id <= this.cursor.message);
    const { change } = this.cursor;
    // Edits of what lies beyond the page are not known yet.
    const reached = !more || last_id >= this.cursor.message;
    const next = !reached ? change : more ? Math.max(change, last_change) : last_change;
    edits.forEach((message, at) => {
      const id = cursorText({ ...this.cursor, change: next });
      this.push({ ...changeEvent(message), ...(at === edits.length - 1 && reached ? { id } : {}) });
    });
    this.cursor = { ...this.cursor, change: next };
    for (const message of messages) this.message(message);
    // An id from before the server's data were replaced would wait for messages that never come.
    if (!more) this.cursor.message = Math.min(this.cursor.message, last_id);
  }

  /** The room when it was entered; later changes come as `notice`. */
  presence(project: Project, members: Member[]): void {
    if (this.#presenceKnown) return;
    this.#presenceKnown = true;
    if (this.#offline) this.push({ type: "connection", data: { online: true } });
    this.#offline = false;
    this.push({ type: "presence", data: { project, members } });
  }

  notice(event: RoomEvent): void {
    if (this.#presenceKnown) this.push(event);
  }

  offline(): void {
    this.live = false;
    this.#presenceKnown = false;
    if (this.#offline) return;
    this.#offline = true;
    this.push({ type: "connection", data: { online: false } });
  }
}

function changeEvent(message: Message): RoomEvent {
  return { type: message.deleted ? "delete" : "edit", data: message };
}
