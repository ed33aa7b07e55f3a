import type { PaletteTexts } from "../../i18n/palette_texts.ts";
import type { PersonBadge } from "../../shared/person_badge.ts";
import type { Theme } from "../../shared/theme.ts";

/** A project or person to choose from. */
export interface Named {
  name: string;
  badge: PersonBadge;
}

export interface ListedProject extends Named {
  id: number;
  archived: boolean;
}

/** The answer of `/palette`: what the page itself doesn't know. */
export interface PaletteData {
  /** Latest activity first. */
  projects: ListedProject[];
  /** The project of the page that asks, or null. */
  here: { id: number; name: string; manages: boolean } | null;
  /** The members of that project, without the person. */
  members: Named[];
  /** Whether the pages for admins are the person's. */
  admin: boolean;
  theme: Theme;
  /** Why projects and members are missing; null if they aren't. */
  problem: string | null;
  texts: PaletteTexts;
}
