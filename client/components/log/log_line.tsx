import { Component } from "preact";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { MessageLine } from "./message_line.tsx";
import { MessageMenu } from "./message_menu.tsx";
import { isPlainEnter } from "../sending/plain_enter.ts";
import type { OpenAction } from "./message_actions.ts";
import type { RenderedMessageActions } from "./use_message_actions.ts";

interface LogLineProps {
  message: Message;
  /** The reader's username. */
  me: string;
  /** Whether the reader may edit or delete the message. */
  mayChange: boolean;
  /** See `MessageMenu`. */
  tabStop: boolean;
  /** The menu or form open at this message. */
  open: OpenAction | null;
  /** Whether the page was opened at this message. */
  found: boolean;
  live: boolean;
  names: ReadonlySet<string>;
  now: Date;
  texts: RoomTexts;
  /** Ignored when comparing props: the functions change with each render but behave the same. */
  actions: RenderedMessageActions;
}

/** A message of the log with its actions. Skips rendering when its props are unchanged, because a log has hundreds. */
export class LogLine extends Component<LogLineProps> {
  override shouldComponentUpdate(next: LogLineProps): boolean {
    for (const name in next) {
      const prop = name as keyof LogLineProps;
      if (prop !== "actions" && next[prop] !== this.props[prop]) return true;
    }
    return false;
  }

  override render({ message, me, mayChange, open, actions, texts, ...rest }: LogLineProps) {
    const { id, project_id, user } = message;
    const EditForm = actions.editing?.EditForm;
    return (
      <MessageLine
        message={message}
        own={user === me}
        now={rest.now}
        deletedText={texts.deleted_message}
        texts={texts}
        names={rest.names}
        me={me}
        found={rest.found}
        form={open?.what === "edit" && EditForm
          ? <EditForm id={id} open={open} actions={actions} texts={texts} saves={isPlainEnter} />
          : undefined}
      >
        {mayChange && (
          <MessageMenu
            id={id}
            href={`/projects/${project_id}/messages/${id}`}
            own={user === me}
            open={open}
            tabStop={rest.tabStop}
            actions={actions}
            texts={texts}
          />
        )}
      </MessageLine>
    );
  }
}
