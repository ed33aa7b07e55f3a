import type { JSX } from "preact";

interface TextFieldProps {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  problem?: string;
  type?: "text" | "password";
  autocomplete: string;
  maxLength?: number;
  /** For names: turns off correction and capitalization on phones. */
  verbatim?: boolean;
  autofocus?: boolean;
  /** The id of another element that describes this field. */
  describedBy?: string;
}

/** A labelled input with its hint and error. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { name, label, value, hint, problem, type = "text", autofocus, verbatim } = props;
  const wrong = problem !== undefined;
  const describedBy = [
    props.describedBy,
    wrong && `${name}-problem`,
    hint !== undefined && `${name}-hint`,
  ]
    .filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={props.autocomplete}
        maxLength={props.maxLength}
        autocapitalize={verbatim ? "none" : undefined}
        spellcheck={verbatim ? false : undefined}
        aria-invalid={wrong}
        aria-describedby={describedBy === "" ? undefined : describedBy}
        autofocus={autofocus}
      />
      {wrong && <p class="problem" id={`${name}-problem`} role="alert">{problem}</p>}
      {hint !== undefined && <p class="hint" id={`${name}-hint`}>{hint}</p>}
    </div>
  );
}
