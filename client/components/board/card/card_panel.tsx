import type { Ref } from "preact";
import type { Member, Project } from "../../../../lib/model/project.ts";
import { type Task, TASK_STATUSES, type TaskChangeKind } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import type { CardView } from "../../../shared/board/board_view.ts";
import { contained } from "../../../shared/isolated_text.ts";
import { messagePlace } from "../../../shared/log/places.ts";
import { chatTime } from "../../chat_time.ts";
import { Icon } from "../../icon.tsx";
import { AssigneeField } from "./assignee_field.tsx";
import type { RefusedCard } from "../board_props.ts";
import type { Columns } from "../live/board_state.ts";
import { CardHistory } from "./card_history.tsx";
import { CardNotes } from "./card_notes.tsx";
import { DueField } from "./due_field.tsx";
import type { CardDrafts } from "./card_drafts.ts";
import { TitleField } from "./title_field.tsx";
import { type CardField, useFieldSaving } from "./use_field_saving.ts";

export interface CardPanelProps {
  card: CardView;
  /** The task with what this page has asked for. */
  wanted: Task;
  /** Whether the notes are loaded as a whole. */
  whole: boolean;
  /** The texts that are typed and not saved. */
  drafts: CardDrafts;
  project: Project;
  members: readonly Member[];
  me: string;
  /** The tasks of the board, among which the card can be moved. */
  columns: Columns;
  /** Where its forms are posted. */
  action: string;
  /** The board without the card. */
  closeHref: string;
  /** The board's filter, to which forms without script lead back. */
  filter: string;
  refused: RefusedCard | null;
  now: Date;
  texts: BoardTexts;
  element?: Ref<HTMLElement>;
  /** Why what was last done failed. */
  problem?: string | null;
  /** Saves a field by itself; without it the form is posted as a whole. */
  onSave?(field: CardField, value: string): void;
  onMove?(status: Task["status"]): void;
  onDelete?(): void;
  onClose?(): void;
}

/** An open task: everything about it, to be changed in its place. */
export function CardPanel(props: CardPanelProps) {
  const { card, wanted, drafts, project, members, action, closeHref, filter, refused } = props;
  const { now, texts } = props;
  const { onSave, onClose, element, problem = null } = props;
  const { task } = card;
  const { archived = false } = project;
  const lastBy = (kind: TaskChangeKind) =>
    [...card.changes].reverse().find(({ change }) => change === kind)?.by;
  const saving = useFieldSaving(
    wanted,
    onSave && ((field, value) => {
      if (field === "title") drafts.set(task.id, { title: undefined });
      onSave(field, value);
    }),
  );
  return (
    <aside
      class="card-panel"
      ref={element}
      tabIndex={-1}
      aria-labelledby="card-title-label"
      onKeyDown={onClose && ((event) => {
        if (event.key === "Escape" && !event.isComposing) onClose();
      })}
    >
      <div class="card-head">
        <a
          class="icon-button"
          href={closeHref}
          aria-label={texts.card_close}
          title={texts.card_close}
          onClick={onClose && ((event) => {
            event.preventDefault();
            onClose();
          })}
        >
          <Icon name="close" />
        </a>
        <MoveForm {...props} />
      </div>
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      <form
        method="post"
        action={action}
        class="card-form"
        {...saving}
      >
        <input type="hidden" name="do" value="save" />
        <input type="hidden" name="filter" value={filter} />
        {refused !== null && <p class="problem" role="alert">{refused.problem}</p>}
        <TitleField
          title={task.title}
          typed={refused?.title ?? drafts.get(task.id).title}
          by={lastBy("title")}
          archived={archived}
          texts={texts}
          onTyped={onSave &&
            ((title) => drafts.set(task.id, { title: title === task.title ? undefined : title }))}
        />
        <div class="card-fields">
          <div>
            <input type="hidden" name="was_assignee" value={task.assignee ?? ""} />
            <AssigneeField
              id="card-assignee"
              label={texts.task_assignee}
              members={members}
              value={refused?.assignee ?? wanted.assignee ?? ""}
              disabled={archived}
              texts={texts}
            />
          </div>
          <div>
            <input type="hidden" name="was_due" value={task.due ?? ""} />
            <DueField
              day={refused?.due ?? wanted.due ?? ""}
              archived={archived}
              now={now}
              texts={texts}
            />
          </div>
        </div>
        <CardNotes
          {...{ task: wanted, drafts, refused, members, texts, onSave }}
          me={props.me}
          by={lastBy("notes")}
          archived={archived}
          whole={props.whole}
        />
        {onSave === undefined && !archived && <button type="submit">{texts.save_card}</button>}
      </form>
      <div class="card-about">
        {task.message_id !== null && (
          <a href={messagePlace(project.id, task.message_id)}>{texts.from_message}</a>
        )}
        <span class="hint">
          {fill(texts.task_made_by, {
            user: task.created_by,
            time: chatTime(task.created_at, now),
          })}
        </span>
      </div>
      <CardHistory changes={card.changes} more={card.more} now={now} texts={texts} />
      {!archived && (
        <form
          method="post"
          action={action}
          onSubmit={props.onDelete && ((event) => {
            event.preventDefault();
            props.onDelete!();
          })}
        >
          <input type="hidden" name="do" value="delete" />
          <input type="hidden" name="filter" value={filter} />
          <input type="hidden" name="project" value={project.name} />
          <button type="submit" class="danger">{texts.delete_task}</button>
        </form>
      )}
    </aside>
  );
}

/** Moves the task: to a status, and without script also before another one. */
function MoveForm(props: CardPanelProps) {
  const { wanted: task, project, columns, action, filter, texts, onMove } = props;
  const others = TASK_STATUSES.flatMap((each) => columns[each]).filter(({ id }) => id !== task.id);
  return (
    <form
      method="post"
      action={action}
      class="card-move"
      onSubmit={onMove && ((event) => event.preventDefault())}
    >
      <input type="hidden" name="do" value="move" />
      <input type="hidden" name="undo" value="1" />
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="project" value={project.name} />
      <label class="visually-hidden" for="card-status">{texts.task_status}</label>
      <select
        id="card-status"
        name="status"
        disabled={project.archived}
        onChange={onMove &&
          (({ currentTarget }) => onMove(currentTarget.value as Task["status"]))}
      >
        {TASK_STATUSES.map((each) => (
          <option key={each} value={each} selected={each === task.status}>
            {texts[`status_${each}`]}
          </option>
        ))}
      </select>
      {onMove === undefined && !project.archived && (
        <>
          <label class="visually-hidden" for="card-before">{texts.move_before}</label>
          <select id="card-before" name="before">
            <option value="">{texts.move_last}</option>
            {TASK_STATUSES.map((each) => (
              <optgroup key={each} label={`${texts.move_before}: ${texts[`status_${each}`]}`}>
                {others.filter((other) =>
                  other.status === each
                ).slice(0, 200).map((other) => (
                  <option key={other.id} value={other.id}>{contained(other.title)}</option>
                ))}
              </optgroup>
            ))}
          </select>
          <button type="submit" class="secondary">{texts.move_task}</button>
        </>
      )}
    </form>
  );
}
