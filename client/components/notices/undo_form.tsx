/** The form that takes back what was done. */
export interface Undo {
  action: string;
  fields: Record<string, string>;
  label: string;
}

/** The button, in a notice of what was done, that takes it back. */
export function UndoForm({ action, fields, label }: Undo) {
  return (
    <form method="post" action={action} class="undo">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="secondary">{label}</button>
    </form>
  );
}
