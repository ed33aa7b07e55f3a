interface DayLineProps {
  name: string;
  isNew?: boolean;
}

/** The line before a day's first message, or before the first new one. */
export function DayLine({ name, isNew }: DayLineProps) {
  return (
    <li class={isNew ? "day first-new" : "day"}>
      <div role="separator" aria-label={name}>{name}</div>
    </li>
  );
}
