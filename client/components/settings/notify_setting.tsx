import { useEffect, useState } from "preact/hooks";
import {
  type NotificationState,
  notificationState,
  onPermissionChange,
} from "../notifications/notification_state.ts";
import { SOUND_CHOICE } from "./sound_choice.ts";
import { useChoice } from "./use_choice.ts";
import type { NotifyTexts } from "../../i18n/notify_texts.ts";

/** Tells whether this browser notifies of mentions, asks for the permission, and lets notifications and sound be tried. */
export function NotifySetting({ texts }: { texts: NotifyTexts }) {
  const [state, setState] = useState<NotificationState | null>(null);
  const sound = useChoice(SOUND_CHOICE);
  const [said, setSaid] = useState("");
  const look = () => setState(notificationState());

  useEffect(() => {
    look();
    return onPermissionChange(look);
  }, []);

  async function attempt(shows: boolean, withSound: boolean): Promise<string> {
    const { tryAlert } = await import("../notifications/try_alert.ts");
    return await tryAlert(texts, shows, withSound);
  }

  async function onTry(): Promise<void> {
    // At once: some browsers ask only right after a click.
    if (state === "ask") await Notification.requestPermission();
    look();
    setSaid(await attempt(notificationState() === "on", sound.value === "on"));
  }

  async function onSound(on: boolean): Promise<void> {
    const kept = sound.choose(on ? "on" : "off");
    const heard = kept && on ? await attempt(false, true) : "";
    setSaid(`${kept ? texts.choice_kept : texts.choice_not_kept} ${heard}`);
  }

  const canTry = state === "ask" || state === "on" || sound.value === "on";
  return (
    <>
      <div class="notify-state">
        <p role="status">{state !== null && texts[`notify_${state}`]}</p>
        {state !== null && canTry && (
          <button type="button" class="secondary" onClick={onTry}>
            {state === "ask" ? texts.notify_allow : texts.notify_try}
          </button>
        )}
      </div>
      <label class={sound.value === null ? "choice not-live" : "choice"}>
        <input
          type="checkbox"
          autocomplete="off"
          checked={sound.value === "on"}
          onChange={({ currentTarget }) => void onSound(currentTarget.checked)}
        />
        {texts.sound_mentions}
      </label>
      <p role="status">{said}</p>
    </>
  );
}
