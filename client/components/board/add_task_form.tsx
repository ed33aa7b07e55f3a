import type { Ref } from "preact";
import type { Member } from "../../../lib/model/project.ts";
import type { TaskStatus } from "../../../lib/model/task.ts";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { fill } from "../../i18n/message.ts";
import type { RefusedAdding } from "./board_props.ts";
import { AssigneeField } from "./card/assignee_field.tsx";

interface AddTaskFormProps {
  status: TaskStatus;
  action: string;
  /** The board's filter, to which a form without script leads back. */
  filter: string;
  tag: string;
  members: readonly Member[];
  refused: RefusedAdding | null;
  texts: BoardTexts;
  field?: Ref<HTMLInputElement>;
  /** Called instead of posting the form. */
  onAdd?(form: HTMLFormElement): void;
}

/** The form for a new task at the end of a column. */
export function AddTaskForm(props: AddTaskFormProps) {
  const { status, action, filter, tag, members, refused, texts, field, onAdd } = props;
  const name = fill(texts.add_task_to, { status: texts[`status_${status}`] });
  const id = (part: string) => `add-${status}-${part}`;
  return (
    <form
      method="post"
      action={action}
      class="add-task"
      onSubmit={onAdd && ((event) => {
        event.preventDefault();
        onAdd(event.currentTarget);
      })}
    >
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="filter" value={filter} />
      <input type="hidden" name="tag" autocomplete="off" value={`${tag}-${status}`} />
      {refused !== null && <p class="problem" role="alert" id={id("problem")}>{refused.problem}</p>}
      <div class="field-and-button">
        <input
          name="title"
          ref={field}
          required
          autocomplete="off"
          maxLength={1000}
          enterkeyhint="done"
          aria-label={name}
          placeholder={texts.add_task}
          defaultValue={refused?.title}
          aria-invalid={refused !== null}
          aria-describedby={refused === null ? undefined : id("problem")}
          autofocus={refused !== null}
        />
        <button type="submit" class="secondary">{texts.add}</button>
      </div>
      <div class="add-more">
        <AssigneeField
          id={id("assignee")}
          label={texts.task_assignee}
          members={members}
          value={refused?.assignee ?? ""}
          texts={texts}
        />
        <div class="field">
          <label for={id("due")}>{texts.task_due_day}</label>
          <input
            id={id("due")}
            name="due"
            type="date"
            min="0001-01-01"
            max="9999-12-31"
            defaultValue={refused?.due}
          />
        </div>
      </div>
    </form>
  );
}
