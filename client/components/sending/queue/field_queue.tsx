import type { VNode } from "preact";
import type { CommandGate } from "../../commands/command_gate.ts";
import { CommandLine } from "../../commands/command_line.tsx";
import { commandIn } from "../../commands/command_words.ts";
import { sentText } from "../../../shared/sent_text.ts";
import { enteredTexts } from "../entered_texts.ts";
import { SendQueue, type SendQueueOptions } from "./send_queue.ts";

/** A send queue that is fed from the message field. Commands stay there until they are carried out. */
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
    const field = this.commands.options.field.current!;
    const { texts, rest } = enteredTexts(entered, field.value);
    const isCommand = (text: string) => commandIn(text) !== null;
    const kept = texts.filter(isCommand);
    field.value = kept.join("\n") + rest;
    for (const text of texts.filter((text) => !isCommand(text)).map(sentText)) {
      if (text !== "") this.add(text);
    }
    if (kept.length > 0) this.commands.enter(kept[0]);
    return field.value;
  }

  /**
   * Shows what a command in the field will do, and did.
   * @param names the members' names
   * @param me the user's own name
   */
  commandLine(names: readonly string[], me: string): VNode {
    return <CommandLine gate={this.commands} names={names} me={me} />;
  }

  override retry(): void {
    super.retry();
    this.commands.onRetry?.();
  }
}
