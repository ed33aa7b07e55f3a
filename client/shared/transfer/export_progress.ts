/** How far an export is. */
export interface ExportProgress {
  state: "running" | "done" | "failed" | "cancelled";
  /** Messages and tasks so far. */
  messages: number;
  tasks: number;
  /** The share that is done, from 0 to 1, as far as it is known. */
  share: number;
}
