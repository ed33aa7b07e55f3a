import { useEffect } from "preact/hooks";
import { type PageKey, pageKey } from "./page_key.ts";
import { SINGLE_KEYS } from "./single_keys.ts";

/**
 * Makes the keys act that act on every page, and the sidebar's button that opens the palette.
 * @param url of the palette's data, for the page's server and user
 */
export function usePageKeys(url: string): void {
  useEffect(() => {
    const button = document.querySelector<HTMLElement>(".palette-button")!;
    const apple = button.getAttribute("aria-keyshortcuts") === "Meta+K";
    const load = () => import("../palette/act_on_key.tsx");
    const act = (key: PageKey) => {
      const place = { label: button.title, apple, url, setting: SINGLE_KEYS };
      // If loading fails, nothing opens: the pages lead everywhere without it.
      load().then((loaded) => loaded.act(key, place), () => {});
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // Letters typed before it is there would go astray.
      if (event.key === (apple ? "Meta" : "Control")) load().catch(() => {});
      const key = pageKey(event, apple);
      if (key === "") return;
      event.preventDefault();
      act(key);
    };
    button.onclick = () => act("k");
    button.hidden = false;
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
