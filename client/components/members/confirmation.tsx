import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

interface ConfirmationProps {
  question: ComponentChildren;
  means: ComponentChildren;
  confirm: ComponentChildren;
  cancel: string;
  danger: boolean;
  /** Why nothing can be done at the moment; null if it can. */
  off: string | null;
  /** Does it; resolves to the sentence of what went wrong, or null. */
  act(): Promise<string | null>;
  /** Called when the dialog is closed without it. */
  onClose(): void;
}

/** A dialog that asks before something is done. It begins at the harmless button, and Escape closes it. */
export function Confirmation(props: ConfirmationProps) {
  const { question, means, confirm, cancel, danger, off, act, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const hindrance = problem ?? off;

  useLayoutEffect(() => {
    const shown = dialog.current!;
    // Some browsers close it by Escape without asking.
    shown.addEventListener("close", onClose);
    shown.showModal();
    return () => {
      shown.removeEventListener("close", onClose);
      // Returns the focus to where it was.
      shown.close();
    };
  }, []);

  async function onConfirm() {
    if (busy || off !== null) return;
    setBusy(true);
    setProblem(null);
    setProblem(await act());
    setBusy(false);
  }

  return (
    <dialog
      class="confirmation"
      role="alertdialog"
      aria-labelledby="confirmation-question"
      aria-describedby="confirmation-means"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="confirmation-question">{question}</h2>
      <p id="confirmation-means">{means}</p>
      {hindrance !== null && <p class="problem" role="alert">{hindrance}</p>}
      <div class="confirmation-choices">
        <button
          type="button"
          class={danger ? "danger" : ""}
          aria-busy={busy}
          aria-disabled={off !== null}
          onClick={onConfirm}
        >
          {confirm}
        </button>
        <button type="button" class="secondary" autofocus onClick={onClose}>
          {cancel}
        </button>
      </div>
    </dialog>
  );
}
