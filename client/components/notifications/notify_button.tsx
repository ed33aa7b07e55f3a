import { useEffect, useState } from "preact/hooks";
import { canAskToNotify } from "./notification_permission.ts";

/** A button that asks for permission to notify of mentions; hidden once decided. */
export function NotifyButton({ text, onDecided }: { text: string; onDecided?(): void }) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(canAskToNotify()), []);
  if (!open) return null;
  return (
    <button
      type="button"
      class="quiet notify"
      onClick={async () => {
        await Notification.requestPermission();
        setOpen(canAskToNotify());
        onDecided?.();
      }}
    >
      {text}
    </button>
  );
}
