import { useState } from "preact/hooks";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { postForm } from "../post_form.ts";

export interface AddMembersFormProps {
  action: string;
  /** The names typed before an error. */
  names: string;
  problem: string | null;
  texts: RoomTexts;
  /** Set in the browser: posts without leaving the page. */
  live: boolean;
}

interface Added {
  added: string[];
  already: string[];
}

/**
 * The owner's form to add members. The limit of 5,000 characters keeps the list within a URL when it has to be shown
 * again.
 */
export function AddMembersForm({ action, names, problem, texts, live }: AddMembersFormProps) {
  const [result, setResult] = useState<{ problem: string | null; done: string }>({
    problem,
    done: "",
  });
  const [busy, setBusy] = useState(false);

  async function onSubmit(event: SubmitEvent) {
    if (!live) return;
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem("members") as HTMLInputElement;
    setBusy(true);
    const fields = { members: field.value };
    const answer = await postForm<Added>(action, fields, texts, "added");
    setBusy(false);
    if ("error" in answer) {
      setResult({ problem: answer.error.text, done: "" });
      field.focus();
      return;
    }
    field.value = "";
    setResult({ problem: null, done: doneText(answer, texts) });
    // Reloading must not bring back names from the URL that were not found.
    history.replaceState(null, "", location.pathname);
  }

  return (
    <form method="post" action={action} class="add-members" onSubmit={onSubmit}>
      <label for="members">{texts.add_members}</label>
      <p class="hint" id="members-hint">{texts.add_members_hint}</p>
      {result.problem !== null && (
        <p class="problem" id="members-problem" role="alert">{result.problem}</p>
      )}
      <div class="field-and-button">
        <input
          id="members"
          name="members"
          type="text"
          maxLength={5000}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          defaultValue={names}
          aria-invalid={result.problem !== null}
          aria-describedby={result.problem === null
            ? "members-hint"
            : "members-problem members-hint"}
          autofocus={problem !== null}
        />
        <button type="submit" class="secondary" aria-busy={busy}>{texts.add}</button>
      </div>
      <p class="done" role="status">{result.done}</p>
    </form>
  );
}

function doneText({ added, already }: Added, texts: RoomTexts): string {
  const sentences: string[] = [];
  if (added.length > 0) sentences.push(fill(texts.members_added, { names: added.join(", ") }));
  if (already.length > 0) {
    sentences.push(fill(texts.members_already, { names: already.join(", ") }));
  }
  return sentences.join(" ");
}
