import type { ComponentChildren } from "preact";
import type { Member } from "../../../lib/model/project.ts";
import { type BoardFilter, boardPath, DUE_FILTERS } from "../../shared/board/board_query.ts";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { fill } from "../../i18n/message.ts";
import { isFiltering } from "./filter_tasks.ts";

interface FilterBarProps {
  projectId: number;
  members: readonly Member[];
  filter: BoardFilter;
  /** The number of tasks that it lets through, and of all. */
  counts: { shown: number; all: number };
  texts: BoardTexts;
  /** Filters in place, as one types; without it the form is sent. */
  onFilter?(filter: BoardFilter): void;
  children?: ComponentChildren;
}

/** Filters a board by person, day and words. */
export function FilterBar(props: FilterBarProps) {
  const { projectId, members, filter, counts, texts, onFilter, children } = props;
  const names = members.map(({ username }) => username);
  const { assignee, due, words } = filter;
  const change = (changed: Partial<BoardFilter>) => onFilter?.({ ...filter, ...changed });
  return (
    <form
      class="board-filter"
      method="get"
      action={`/projects/${projectId}/board`}
      role="search"
      aria-label={texts.filter}
      onSubmit={onFilter && ((event) => event.preventDefault())}
    >
      <input
        type="search"
        name="q"
        value={words}
        autocomplete="off"
        aria-label={texts.filter_words}
        placeholder={texts.filter_words}
        onInput={({ currentTarget }) => change({ words: currentTarget.value })}
      />
      <select
        name="assignee"
        aria-label={texts.task_assignee}
        onChange={({ currentTarget }) => change({ assignee: currentTarget.value })}
      >
        <option value="" selected={assignee === ""}>{texts.anybody}</option>
        {(["", "-"].includes(assignee) || names.includes(assignee) ? names : [...names, assignee])
          .map((name) => (
            <option key={name} value={name} selected={name === assignee}>{name}</option>
          ))}
        <option value="-" selected={assignee === "-"}>{texts.nobody}</option>
      </select>
      <select
        name="due"
        aria-label={texts.task_due_day}
        onChange={({ currentTarget }) => change({ due: currentTarget.value as BoardFilter["due"] })}
      >
        <option value="" selected={due === ""}>{texts.any_day}</option>
        {DUE_FILTERS.map((name) => (
          <option key={name} value={name} selected={name === due}>{texts[`filter_${name}`]}</option>
        ))}
      </select>
      {onFilter === undefined && <button type="submit" class="secondary">{texts.filter}</button>}
      {isFiltering(filter) && (
        <>
          <span role="status">
            {fill(texts.filtered_count, { count: counts.shown, all: counts.all })}
          </span>
          <a
            href={boardPath(projectId)}
            onClick={onFilter && ((event) => {
              event.preventDefault();
              onFilter({ assignee: "", due: "", words: "" });
            })}
          >
            {texts.filter_off}
          </a>
        </>
      )}
      {children}
    </form>
  );
}
