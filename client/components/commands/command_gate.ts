import type { RefObject } from "preact";
import type { RoomStorage } from "../sending/room_storage.ts";
import { commandIn } from "./command_words.ts";

/** Keeps commands from being sent as messages, and hands them to what carries them out, once that is loaded. */
export class CommandGate {
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly storage: RoomStorage;
  /** Returns a new random tag. */
  readonly tag: () => string;
  /** Called when a request may succeed that failed before. */
  onRetry: (() => void) | null = null;
  #onEntered: (() => void) | null = null;
  #entered: string | null = null;

  constructor(
    { field, storage, tag }: Pick<CommandGate, "field" | "storage" | "tag">,
  ) {
    this.field = field;
    this.storage = storage;
    this.tag = tag;
  }

  /** Whether an entered text is a command, which then waits to be taken. */
  takes(text: string): boolean {
    if (commandIn(text) === null) return false;
    this.#entered = text;
    this.#onEntered?.();
    return true;
  }

  /** The command that was entered last and nobody has taken; null if there is none. */
  take(): string | null {
    const entered = this.#entered;
    this.#entered = null;
    return entered;
  }

  /** Calls `onEntered`, and nothing else any more, when a command waits to be taken: at once if one does. */
  listen(onEntered: () => void): void {
    this.#onEntered = onEntered;
    if (this.#entered !== null) onEntered();
  }
}
