import type { CommandGate } from "../../commands/command_gate.ts";
import { sentText } from "../../../shared/sent_text.ts";
import { enteredTexts } from "../entered_texts.ts";
import { SendQueue, type SendQueueOptions } from "./send_queue.ts";

/** A send queue that is fed from the message field. Commands stay there. */
export class FieldQueue extends SendQueue {
  readonly commands: CommandGate;

  constructor(commands: CommandGate, options: SendQueueOptions) {
    super(options);
    this.commands = commands;
  }

  /**
   * Sends what was entered, and leaves what was typed since in the field.
   * @param entered what the field held each time when Enter was pressed
   * @returns what the field holds then
   */
  enter(entered: readonly string[]): string {
    const field = this.commands.field.current!;
    const { texts, rest } = enteredTexts(entered, field.value);
    const kept = texts.filter((text) => this.commands.takes(text));
    field.value = [...kept, ...rest === "" ? [] : [rest]].join("\n");
    for (const text of texts.filter((text) => !kept.includes(text)).map(sentText)) {
      if (text !== "") this.add(text);
    }
    return field.value;
  }

  override retry(): void {
    super.retry();
    this.commands.onRetry?.();
  }
}
