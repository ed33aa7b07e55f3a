import type { RoomTexts } from "../../i18n/room_texts.ts";
import { Icon } from "../icon.tsx";

interface CommandHelpProps {
  texts: Pick<
    RoomTexts,
    | "command_list"
    | "command_task"
    | "command_task_example"
    | "command_days"
    | "command_help"
    | "command_help_example"
    | "command_literal"
    | "command_close"
  >;
  close(): void;
}

/** The list of commands. The focus stays in the field; what is told is read out. */
export function CommandHelp({ texts, close }: CommandHelpProps) {
  return (
    <section class="command-help" aria-label={texts.command_list}>
      <div>
        <h2>{texts.command_list}</h2>
        <dl>
          <dt>
            <code>{texts.command_task_example}</code>
          </dt>
          <dd>
            {texts.command_task} <small class="hint">{texts.command_days}</small>
          </dd>
          <dt>
            <code>{texts.command_help_example}</code>
          </dt>
          <dd>{texts.command_help}</dd>
        </dl>
        <p class="hint">{texts.command_literal}</p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.command_close}
        title={texts.command_close}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
