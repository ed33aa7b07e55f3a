import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../../lib/model/message.ts";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { boardPath } from "../../../shared/board/board_query.ts";
import { messagePlace } from "../../../shared/log/places.ts";
import { StrokeIcon } from "../../icon.tsx";
import { copyToClipboard } from "./copy_to_clipboard.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

const ICONS = {
  link:
    "M10 14a4 4 0 0 0 6 0l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4.2 4.2 0 0 0 6 6l1-1",
  text: "M9 8h11v12H9zM15 8V4H4v12h5",
  task: "M4 4h16v16H4zM8 12l3 3 5-6",
  edit: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM14 7l3 3",
  delete: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  done: "M5 13l4 4L19 7",
};

/** How long a button says that it has copied. */
const COPIED_MS = 2_000;

interface MessageToolsProps {
  message: Message;
  /** Tells the author and the precise time. */
  label: string;
  mayEdit: boolean;
  mayDelete: boolean;
  /** Whether the reader may make a task of the message. */
  mayPromote: boolean;
  /** Whether the focus shall be in it. */
  entered: boolean;
  actions: MessageActions;
  /** Takes it away. */
  onClose(): void;
  texts: RoomTexts;
}

type Copied = { what: "link" | "text"; done: boolean };

/** The making of a task: under way, done, or refused with a sentence that says why. */
type Promotion = "asked" | "made" | { problem: string };

/** The toolbar of a message: at its place, or a sheet at the bottom of a touch screen. */
export function MessageTools(props: MessageToolsProps) {
  const { message, label, mayEdit, mayDelete, mayPromote, entered, actions, onClose, texts } =
    props;
  const { id, project_id, task_id } = message;
  const bar = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<Copied | null>(null);
  const [promotion, setPromotion] = useState<Promotion | null>(null);

  useLayoutEffect(() => {
    if (entered) buttonsOf(bar.current!)[0].focus();
  }, [entered]);

  useEffect(() => {
    const closeElsewhere = (event: PointerEvent) => {
      const outside = event.target instanceof Node && !bar.current!.contains(event.target);
      if (event.pointerType === "touch" && outside) onClose();
    };
    document.addEventListener("pointerdown", closeElsewhere);
    return () => document.removeEventListener("pointerdown", closeElsewhere);
  }, []);

  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(what: Copied["what"], text: string) {
    setCopied({ what, done: await copyToClipboard(text) });
  }

  async function promote() {
    if (promotion === "asked") return;
    setPromotion("asked");
    const problem = await actions.promote(id);
    setPromotion(problem === null ? "made" : { problem });
  }

  function open(what: OpenAction["what"]) {
    actions.open(id, what);
    // The finger that made it show doesn't leave it, as a pointer does.
    if (matchMedia("(hover: none)").matches) onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    const buttons = buttonsOf(bar.current!);
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (step !== 0) buttons[(here + step + buttons.length) % buttons.length].focus();
    else if (event.key === "Escape") {
      bar.current!.closest("li")!.querySelector<HTMLElement>(".message-menu")?.focus();
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const tool = (
    icon: keyof typeof ICONS,
    name: string,
    act: (event: MouseEvent) => void,
    danger = false,
  ) => {
    const done = copied?.what === icon && copied.done;
    return (
      <button
        type="button"
        class={danger ? "tool danger" : "tool"}
        aria-label={name}
        title={name}
        tabIndex={-1}
        onClick={act}
      >
        <StrokeIcon path={done ? ICONS.done : ICONS[icon]} />
        <span class="tool-name">{done ? texts.text_copied : name}</span>
      </button>
    );
  };

  return (
    // Not announced as if it were a new message.
    <div class="message-tools" aria-live="off">
      <div
        class="tools"
        role="toolbar"
        aria-label={label}
        ref={bar}
        onKeyDown={onKeyDown}
      >
        {tool("link", texts.copy_link, () => {
          void copy("link", new URL(messagePlace(project_id, id), location.href).href);
        })}
        {tool("text", texts.copy_message, () => void copy("text", message.message))}
        {task_id !== undefined
          ? tool("task", texts.open_task, (event) => {
            // The second click of a double one isn't meant for what the first has made.
            if (event.detail < 2) location.assign(boardPath(project_id, "", task_id));
          })
          : mayPromote && tool("task", texts.make_task, () => void promote())}
        {mayEdit && tool("edit", texts.message_edit, () => open("edit"))}
        {mayDelete && tool("delete", texts.delete, () => open("delete"), true)}
        {promotion !== null && typeof promotion === "object" && (
          <p class="tools-problem problem" role="alert">{promotion.problem}</p>
        )}
      </div>
      <span class="visually-hidden" role="status">
        {promotion === "made"
          ? texts.task_made
          : copied === null
          ? ""
          : copied.done
          ? texts.text_copied
          : texts.not_copied}
      </span>
    </div>
  );
}

function buttonsOf(bar: HTMLElement): HTMLButtonElement[] {
  return [...bar.querySelectorAll("button")];
}
