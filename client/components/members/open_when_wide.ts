/**
 * Opens the panel on wide screens, where it is beside the log, and closes it on small ones, where it is above. Browsers
 * that know `::details-content` show it on wide screens anyway.
 */
export function openWhenWide(panel: HTMLElement): void {
  const details = panel.querySelector("details")!;
  const wide = matchMedia("(min-width: 56rem)");
  const update = () => details.open = wide.matches;
  if (wide.matches) update();
  wide.addEventListener("change", update);
}
