import type { ComponentChildren, RefObject } from "preact";

export interface MembersFieldProps {
  /** The names typed before an error. */
  names: string;
  invalid?: boolean;
  describedBy: string;
}

interface MembersInputProps extends MembersFieldProps {
  field?: RefObject<HTMLInputElement>;
  onFocus?(): void;
  /** The list of people to choose from. */
  children?: ComponentChildren;
}

/**
 * The field for usernames. The limit of 5,000 characters keeps the list within a URL when it has to be shown again.
 */
export function MembersInput(props: MembersInputProps) {
  const { names, invalid, describedBy, field, onFocus, children } = props;
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
        ref={field}
        onFocus={onFocus}
      />
      {children}
    </div>
  );
}
