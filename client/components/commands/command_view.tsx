import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Task } from "../../../lib/model/task.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { boardPath } from "../../shared/board/board_query.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { Icon } from "../icon.tsx";
import { postForm } from "../post_form.ts";
import { BROWSER_TIMERS } from "../sending/queue/retry_timer.ts";
import { CommandHelp } from "./command_help.tsx";
import type { CommandProps } from "./command_gate.ts";
import { commandIn } from "./command_words.ts";
import { OrderTags } from "./order_tags.ts";
import { type CommandPeople, readTaskCommand, type TaskProblem } from "./task_command.ts";
import { TaskMaker } from "./task_maker.ts";
import { TaskSummary } from "./task_summary.tsx";

/** The outcome of a command: its task, why there is none, or what is being done. */
type Outcome = { made: Task } | { problem: string } | { doing: string };

/** Milliseconds without a key after which what a command will do is read out. */
const READ_OUT_MS = 1_000;

/** Tells what the command in the field will do, carries it out when it is entered, and tells what was done. */
export function CommandView({ gate, names, me }: CommandProps) {
  const { action, storage, texts, tag } = gate.options;
  const textarea = gate.options.field.current!;
  const [text, setText] = useState(textarea.value);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [helps, setHelps] = useState(false);
  const maker = useMemo(() =>
    new TaskMaker({
      post: (fields) => postForm<{ task: Task }>(action, fields, texts, "task"),
      tags: new OrderTags(storage, tag),
      timers: BROWSER_TIMERS,
      random: Math.random,
      onUnknown: () => setOutcome({ doing: texts.command_asking }),
    }), []);

  async function run(entered: string): Promise<void> {
    const { name, rest } = commandIn(entered)!;
    if (name === "help") {
      setHelps(true);
      if (rest === "") empty(entered);
      return;
    }
    if (maker.busy) return setOutcome({ doing: texts.command_busy });
    const order = readTaskCommand(rest, { names, me }, new Date());
    if ("problem" in order) return setOutcome({ problem: problemText(order, texts) });
    setOutcome({ doing: texts.command_doing });
    const made = await maker.make(order);
    if (typeof made === "string") return setOutcome({ problem: made });
    empty(entered);
    setHelps(false);
    setOutcome({ made });
  }

  /** Empties the field, unless something else was written meanwhile. */
  function empty(entered: string): void {
    if (textarea.value !== entered) return;
    textarea.value = "";
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    textarea.addEventListener("input", () => {
      setText(textarea.value);
      if (!maker.busy) setOutcome(null);
    }, { signal });
    textarea.form!.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || !helps) return;
      event.preventDefault();
      close();
    }, { signal });
    gate.onRetry = () => maker.retry();
    gate.listen(() => {
      const entered = gate.take();
      if (entered !== null) void run(entered);
    });
    return () => stop.abort();
  });

  function close(): void {
    setHelps(false);
    textarea.focus();
  }

  const now = new Date();
  return (
    <div class="commands">
      <div role="status">{helps && <CommandHelp texts={texts} close={close} />}</div>
      {outcome === null && <Preview text={text} names={names} me={me} now={now} texts={texts} />}
      <div role="status" class="command-outcome">
        {outcome !== null && "made" in outcome && (
          <Line>
            {texts.command_made}{" "}
            <TaskSummary task={outcome.made} whole={false} now={now} texts={texts} />
            {" · "}
            <a href={boardPath(outcome.made.project_id, "", outcome.made.id)}>
              {texts.command_open}
            </a>
          </Line>
        )}
        {outcome !== null && "doing" in outcome && <Line>{outcome.doing}</Line>}
        {outcome !== null && "problem" in outcome && <p class="problem">{outcome.problem}</p>}
      </div>
    </div>
  );
}

interface PreviewProps extends CommandPeople {
  text: string;
  now: Date;
  texts: RoomTexts;
}

/** Tells what the typed command will do. Nothing is a mistake before it is entered. */
function Preview({ text, names, me, now, texts }: PreviewProps) {
  const line = useRef<HTMLDivElement>(null);
  const [readOut, setReadOut] = useState("");
  const command = commandIn(text);

  useEffect(() => {
    setReadOut("");
    const timer = setTimeout(() => setReadOut(line.current?.textContent ?? ""), READ_OUT_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const order = command?.name === "task" ? readTaskCommand(command.rest, { names, me }, now) : null;
  return (
    <>
      <div ref={line}>
        {command?.name === "help" && <Line>{texts.command_help}</Line>}
        {order !== null && (
          <Line>
            {"problem" in order ? problemText(order, texts) : (
              <>
                {texts.command_will} <TaskSummary task={order} whole now={now} texts={texts} />
              </>
            )}
          </Line>
        )}
      </div>
      <p class="visually-hidden" role="status">{readOut}</p>
    </>
  );
}

function Line({ children }: { children: ComponentChildren }) {
  return (
    <p class="command-line">
      <Icon name="task" />
      <span>{children}</span>
    </p>
  );
}

function problemText({ problem, word, near }: TaskProblem, texts: RoomTexts): string {
  const text = fill(texts[`command_${problem}`], { word: isolated(word) });
  if (near.length === 0) return text;
  return `${text} ${fill(texts.command_near, { names: near.join(", ") })}`;
}
