import type { KeptChoice } from "./kept_choice.ts";

/** Whether a mention is heard. */
export type SoundChoice = "on" | "off";

export const SOUND_CHOICE: KeptChoice<SoundChoice> = {
  key: "chung sound",
  kept: "on",
  otherwise: "off",
};
