import type { KeptChoice } from "./kept_choice.ts";

/** The meaning of Enter in a message's field; Ctrl+Enter sends in either case. */
export type EnterChoice = "sends" | "new_line";

export const ENTER_CHOICE: KeptChoice<EnterChoice> = {
  key: "chung enter",
  kept: "new_line",
  otherwise: "sends",
};
