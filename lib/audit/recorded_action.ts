import type { MaskedField } from "./mask.ts";

/** The part of an action that the log needs. */
export interface RecordedAction {
  readonly name: string;
  /** Null for an action that the log leaves out. */
  readonly audit: { name: string; type?: string } | null;
  readonly fields: readonly MaskedField[];
}
