import { useEffect, useRef, useState } from "preact/hooks";
import {
  type MembersFieldProps,
  MembersInput,
} from "../client/components/members/picking/members_input.tsx";
import type { Offer } from "../client/components/members/picking/people_completion.tsx";

type Completion = typeof import("../client/components/members/picking/people_completion.tsx");

/** The field for usernames, which offers people from its first focus on. */
export default function MembersField(props: MembersFieldProps & { offer: Offer }) {
  const field = useRef<HTMLInputElement>(null);
  const [completion, setCompletion] = useState<Completion | null>(null);

  function load(): void {
    if (completion !== null) return;
    // If loading fails, names are typed in full.
    import("../client/components/members/picking/people_completion.tsx")
      .then(setCompletion, () => {});
  }

  useEffect(() => {
    if (document.activeElement === field.current) load();
  }, []);

  return (
    <MembersInput {...props} field={field} onFocus={load}>
      {completion && <completion.PeopleCompletion {...props.offer} field={field} />}
    </MembersInput>
  );
}
