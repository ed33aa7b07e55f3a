/** Shows in the tab's icon whether anything is unread. */
export function showUnreadIcon(unread: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (link === null) return;
  const href = link.href.replace(
    /favicon(-unread)?\.svg/,
    unread ? "favicon-unread.svg" : "favicon.svg",
  );
  // Setting the same one again would make the browser load it.
  if (href !== link.href) link.href = href;
}
