import type { Member } from "../../../../lib/model/project.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";

interface AssigneeFieldProps {
  id: string;
  label: string;
  members: readonly Member[];
  /** The username of the assignee, who may have left the project; "" for nobody. */
  value: string;
  texts: Pick<BoardTexts, "nobody">;
  disabled?: boolean;
}

/** Chooses who does a task. */
export function AssigneeField({ id, label, members, value, texts, disabled }: AssigneeFieldProps) {
  const names = members.map(({ username }) => username);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name="assignee" disabled={disabled}>
        <option value="" selected={value === ""}>{texts.nobody}</option>
        {(value === "" || names.includes(value) ? names : [...names, value]).map((name) => (
          <option key={name} value={name} selected={name === value}>{name}</option>
        ))}
      </select>
    </div>
  );
}
