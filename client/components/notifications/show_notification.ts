/** Shows a notification of the browser, which leads to `path`; returns null where the browser shows none. */
export function showNotification(
  title: string,
  options: NotificationOptions,
  path: string | null,
): Notification | null {
  try {
    const notification = new Notification(title, options);
    notification.onclick = () => {
      notification.close();
      globalThis.focus();
      if (path !== null) location.assign(path);
    };
    return notification;
  } catch {
    // Mobile browsers define the constructor but throw when it is called.
    return null;
  }
}
