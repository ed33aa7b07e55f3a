import type { RefObject } from "preact";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { RoomStorage } from "../sending/room_storage.ts";
import type { CommandPeople } from "./task_command.ts";

interface Options {
  /** The URL to post tasks to. */
  action: string;
  field: RefObject<HTMLTextAreaElement>;
  storage: RoomStorage;
  texts: RoomTexts;
  /** Returns a new random tag. */
  tag(): string;
}

/** The gate, and those who may be named in a command. */
export interface CommandProps extends CommandPeople {
  gate: CommandGate;
}

/** Hands entered commands to what carries them out, once that is loaded. */
export class CommandGate {
  readonly options: Options;
  /** Called when a request may succeed that failed before. */
  onRetry: (() => void) | null = null;
  #onEntered: (() => void) | null = null;
  #entered: string | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  /** Lets an entered command wait to be taken. */
  enter(text: string): void {
    this.#entered = text;
    this.#onEntered?.();
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
