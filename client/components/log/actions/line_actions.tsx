import type { ComponentChildren } from "preact";
import type { Message } from "../../../../lib/model/message.ts";
import { fill } from "../../../i18n/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { fullTime } from "../log_dates.ts";
import { DeleteQuestion } from "./delete_question.tsx";
import { EditForm } from "./edit_form.tsx";
import type { MessageActions, OpenAction } from "./message_actions.ts";
import { MessageTools } from "./message_tools.tsx";

interface LineActionsOptions {
  message: Message;
  /** The reader's username. */
  me: string;
  /** Whether the reader may edit or delete the message. */
  mayChange: boolean;
  /** Whether nothing can be done in the room now. */
  closed: boolean;
  /** Whether the toolbar is at this message, and whether the focus shall enter it. */
  tools: "shown" | "entered" | null;
  /** The form or question open at this message. */
  open: OpenAction | null;
  actions: MessageActions;
  /** Takes the toolbar away. */
  onClose(): void;
  texts: RoomTexts;
}

/** Renders what acts on a message in its line: a form instead of its text, and what is added to the line. */
export function lineActions(options: LineActionsOptions): {
  form?: ComponentChildren;
  added?: ComponentChildren;
} {
  const { message, me, mayChange, closed, tools, open, actions, onClose, texts } = options;
  const { id, user, timestamp, deleted } = message;
  if (open?.what === "edit") {
    return { form: <EditForm id={id} open={open} actions={actions} texts={texts} /> };
  }
  if (open !== null) return { added: <DeleteQuestion id={id} actions={actions} texts={texts} /> };
  if (tools === null || deleted) return {};
  return {
    added: (
      <MessageTools
        message={message}
        label={fill(texts.message_of, { user, time: fullTime(timestamp, texts) })}
        mayEdit={mayChange && user === me}
        mayDelete={mayChange}
        mayPromote={!closed}
        entered={tools === "entered"}
        actions={actions}
        onClose={onClose}
        texts={texts}
      />
    ),
  };
}
