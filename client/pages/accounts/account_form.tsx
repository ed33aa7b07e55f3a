import type { ComponentChildren } from "preact";

interface AccountFormProps {
  action: string;
  /** The value of the field `do`. */
  deed: string;
  /** The class of the button. */
  class: "secondary" | "danger";
  children: ComponentChildren;
}

/** A form of one button, which does something to an account. */
export function AccountForm({ action, deed, class: kind, children }: AccountFormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="do" value={deed} />
      <button type="submit" class={kind}>{children}</button>
    </form>
  );
}
