import { useLayoutEffect, useRef } from "preact/hooks";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { dayName } from "../../log/log_dates.ts";

interface DueFieldProps {
  /** `YYYY-MM-DD`; "" for none. */
  day: string;
  archived: boolean;
  now: Date;
  texts: BoardTexts;
}

/** The field of the day on which a task is due, and that day in words: a browser writes dates as its own language does. */
export function DueField({ day, archived, now, texts }: DueFieldProps) {
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    if (field.current!.value !== day) field.current!.value = day;
  }, [day]);

  return (
    <div class="field">
      <label for="card-due">{texts.task_due_day}</label>
      <input
        id="card-due"
        name="due"
        type="date"
        min="0001-01-01"
        max="9999-12-31"
        readOnly={archived}
        aria-describedby={day === "" ? undefined : "card-due-day"}
        ref={field}
        defaultValue={useRef(day).current}
      />
      {day !== "" && (
        <span class="hint" id="card-due-day">{dayName(`${day}T12:00`, now, texts)}</span>
      )}
    </div>
  );
}
