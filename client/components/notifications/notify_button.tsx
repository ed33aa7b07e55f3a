import { useEffect, useState } from "preact/hooks";
import { canAskToNotify } from "./notification_permission.ts";

/** Asks the person once whether mentions may be notified; gone when that is decided. */
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
