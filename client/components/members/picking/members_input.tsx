import type { ComponentChildren } from "preact";

interface MembersInputProps {
  /** The names typed before an error. */
  names: string;
  invalid?: boolean;
  describedBy: string;
  /** Offers people to choose from. */
  children?: ComponentChildren;
}

/**
 * The field for usernames. The limit of 5,000 characters keeps the list within a URL when it has to be shown again.
 */
export function MembersInput({ names, invalid, describedBy, children }: MembersInputProps) {
  return (
    <div class="members-input">
      <input
        id="members"
        name="members"
        type="text"
        maxLength={5000}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        defaultValue={names}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        autofocus={invalid}
      />
      {children}
    </div>
  );
}
