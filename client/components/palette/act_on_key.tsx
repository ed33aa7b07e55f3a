import { type ComponentChild, render } from "preact";
import { KeysDialog } from "../keys/keys_dialog.tsx";
import type { PageKey } from "../keys/page_key.ts";
import { Palette } from "./palette.tsx";
import type { PaletteData } from "./palette_data.ts";

/** Passed in because a lazily loaded bundle shares no small modules with the page. */
export interface KeysPlace {
  /** The palette's name. */
  label: string;
  /** Whether the keyboard has ⌘. */
  apple: boolean;
  /** The URL of the palette's data. */
  url: string;
  /** The entry in the browser's storage that turns single keys off. */
  setting: string;
}

/** Beside the page: parts of it may be hidden, and dialogs in them with them. */
let host: HTMLElement | undefined;
const draw = (dialog: ComponentChild) =>
  render(dialog, host ??= document.body.appendChild(document.createElement("div")));
const close = () => draw(null);

/** Does what a key that acts on every page asks for. Loaded on first use. */
export function act(key: PageKey, place: KeysPlace): void {
  // One thing at a time is open over the page.
  if (document.querySelector("dialog[open]") !== null) return;
  if (key === "/") {
    const field = searchField();
    // In some browsers `select` alone moves no focus.
    field?.focus();
    field?.select();
  } else if (key === "k") {
    draw(
      <Palette
        label={place.label}
        load={() => paletteData(place.url)}
        close={close}
        showKeys={() => act("?", place)}
      />,
    );
  } else void showKeys(place);
}

async function showKeys({ apple, url, setting }: KeysPlace): Promise<void> {
  const data = await paletteData(url);
  if (data === null) return;
  draw(<KeysDialog texts={data.texts} apple={apple} setting={setting} close={close} />);
}

/** The sidebar's field to search, or else the page's, where it can be seen. */
function searchField(): HTMLInputElement | undefined {
  return [...document.querySelectorAll<HTMLInputElement>("input[name=q]")].find((field) =>
    field.getClientRects().length > 0
  );
}

/** Null where the client can't be reached, which the page tells by itself. */
async function paletteData(url: string): Promise<PaletteData | null> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
