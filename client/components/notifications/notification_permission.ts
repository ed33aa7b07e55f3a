/** What the person has decided about the browser's notifications; `denied` also where there are none. */
function permission(): NotificationPermission {
  return "Notification" in globalThis ? Notification.permission : "denied";
}

export const mayNotify = () => permission() === "granted";

/** Whether the person has not decided yet. */
export const canAskToNotify = () => permission() === "default";
