import { useEffect, useState } from "preact/hooks";
import { NotifyButton } from "../client/components/notifications/notify_button.tsx";
import {
  canAskToNotify,
  mayNotify,
} from "../client/components/notifications/notification_permission.ts";
import type { NotifyTexts } from "../client/i18n/notify_texts.ts";

/** Tells whether this browser notifies of mentions, and asks for the permission. */
export default function NotifySetting({ texts }: { texts: NotifyTexts }) {
  const [decided, setDecided] = useState("");
  const look = () =>
    setDecided(canAskToNotify() ? "" : mayNotify() ? texts.notify_on : texts.notify_denied);
  useEffect(look, []);
  return (
    <>
      <p role="status">{decided}</p>
      <NotifyButton text={texts.notify_allow} onDecided={look} />
    </>
  );
}
