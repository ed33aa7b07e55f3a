import { useEffect, useRef } from "preact/hooks";
import { type Named, NamedText } from "../named_text.tsx";
import { postForm } from "../post_form.ts";
import { askedAt, isDangerous, objectionTo, questionOf } from "./asked.ts";
import { Confirmation } from "./confirmation.tsx";
import type { ManagedPanel } from "./managed_panel.ts";

interface AskingProps extends ManagedPanel {
  /** The address of the page that would ask. */
  href: string;
}

/** Asks in a dialog before something is done to the project, and does it. */
export function Asking(props: AskingProps) {
  const { href, project, members, me, formAction, texts, liveness, off, panel, change } = props;
  const asked = askedAt(new URL(href), me);
  const { path, question, means, confirm, done } = questionOf(asked, project, texts);
  const acting = useRef(false);

  function finish(sentence: Named, removed?: string): void {
    change({ href: null, said: <NamedText {...sentence} />, removed });
    // After the dialog has returned the focus to a link that may be gone soon.
    setTimeout(() => {
      panel.current?.querySelector(".members-content")?.scrollTo(0, 0);
      panel.current?.querySelector<HTMLElement>(".done")?.focus();
    });
  }

  // It may be settled meanwhile by somebody else.
  const objection = objectionTo(asked, { project, members, me }, texts);
  useEffect(() => {
    if (objection !== null && !acting.current) finish(objection);
  }, [objection?.text]);

  async function act(): Promise<string | null> {
    acting.current = true;
    const answer = await postForm<{ project?: object; removed?: string[] }>(
      formAction(path),
      { username: asked.user },
      texts,
      path === "/members/remove" ? "removed" : "project",
    );
    acting.current = false;
    if ("error" in answer) return answer.error.text;
    finish(done, asked.what === "remove" ? asked.user : undefined);
    return null;
  }

  return (
    <Confirmation
      question={<NamedText {...question} />}
      means={<NamedText {...means} />}
      confirm={
        <span>
          <NamedText {...confirm} />
        </span>
      }
      cancel={texts.cancel}
      danger={isDangerous(asked)}
      off={off && liveness !== "live" ? texts[`members_${liveness}`] : null}
      act={act}
      onClose={() => change({ href: null })}
    />
  );
}
