import { Component, type VNode } from "preact";
import type { Message } from "../../../lib/model/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { OpenAction } from "./actions/message_actions.ts";
import { MessageMenu } from "./actions/message_menu.tsx";
import type { RenderedMessageActions } from "./actions/use_message_actions.ts";
import type { ToolsPlace } from "./actions/tools_place.ts";
import { isLong } from "./long_message.ts";
import { MessageLine } from "./message_line.tsx";
import { taskLine } from "./tasks/task_line.tsx";

interface LogLineProps {
  message: Message;
  /** The author's display name. */
  name: string | undefined;
  /** See `MessageLine`. */
  follows: boolean;
  /** The reader's username. */
  me: string;
  /** Whether the reader may edit or delete the message. */
  mayChange: boolean;
  /** Whether nothing can be done in the room now. */
  closed: boolean;
  /** The state of the task that was made of the message, once it can be drawn. */
  chip: VNode | null | undefined;
  /** See `MessageMenu`. */
  tabStop: boolean;
  /** Whether the toolbar is at this message, and whether the focus shall enter it. */
  tools: "shown" | "entered" | null;
  /** The form or question open at this message. */
  open: OpenAction | null;
  /** Whether the page was opened at this message. */
  found: boolean;
  /** Whether the reader has asked for all of a long message. */
  unfolded: boolean;
  live: boolean;
  names: ReadonlySet<string>;
  now: Date;
  texts: RoomTexts;
  /** Ignored when comparing props: the functions change with each render but behave the same. */
  functions: {
    actions: RenderedMessageActions;
    place: ToolsPlace;
    unfold(id: number): void;
  };
}

/** A message of the log with its actions. Skips rendering when its props are unchanged, because a log has hundreds. */
export class LogLine extends Component<LogLineProps> {
  override shouldComponentUpdate(next: LogLineProps): boolean {
    for (const name in next) {
      const prop = name as keyof LogLineProps;
      if (prop !== "functions" && next[prop] !== this.props[prop]) return true;
    }
    return false;
  }

  override render(
    { message, me, mayChange, closed, open, functions, texts, ...rest }: LogLineProps,
  ) {
    const { id, project_id, user, deleted } = message;
    const { actions: { loaded }, place, unfold } = functions;
    const acting = loaded?.lineActions({
      message,
      me,
      mayChange,
      closed,
      tools: rest.tools,
      open,
      actions: loaded.acting,
      onClose: place.leave,
      texts,
    });
    const href = `/projects/${project_id}/messages/${id}`;
    const own = user === me;
    const folds = !rest.found && !rest.unfolded && isLong(message.message);
    return (
      <MessageLine
        message={message}
        name={rest.name}
        own={own}
        follows={rest.follows}
        now={rest.now}
        texts={texts}
        names={rest.names}
        me={me}
        found={rest.found}
        fold={folds ? { href, onOpen: rest.live ? () => unfold(id) : undefined } : undefined}
        form={acting?.form}
      >
        {message.task_id && !deleted && taskLine(id, rest.chip)}
        {!deleted && (rest.live || !closed) && (
          <MessageMenu
            href={href}
            label={mayChange ? own ? texts.message_menu : texts.delete : texts.message_copying}
            expanded={rest.live ? rest.tools === "entered" : undefined}
            tabStop={rest.tabStop}
            onEnter={() => place.enter(id)}
          />
        )}
        {acting?.added}
      </MessageLine>
    );
  }
}
