import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

/** The parts of the panel that its questions need. */
export interface AsksProps {
  /** The path of the project. */
  path: string;
  texts: RoomTexts;
  /** Whether nothing can be done at the moment. */
  off: boolean;
  /** Set when a dialog asks, and not a page. */
  dialog: "dialog" | undefined;
}

interface AskLinkProps extends AsksProps {
  /** The path below the project's that asks about `user`. */
  below: string;
  /** The member whom it is about; none for the project itself. */
  user?: string;
  /** May have the placeholder `{user}`. */
  label: string;
  kind: "danger" | "secondary";
}

/** Leads to a question before something is done: to a page, or with script to a dialog. */
export function AskLink({ path, below, user = "", label, kind, off, dialog }: AskLinkProps) {
  return (
    <a
      class={`ask button ${kind}`}
      href={path + below + (user && `?username=${user}`)}
      aria-haspopup={dialog}
      aria-disabled={off}
      aria-describedby="members-state"
    >
      {fill(label, { user })}
    </a>
  );
}
