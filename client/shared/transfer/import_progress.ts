/** How far the import of a file is. */
export interface ImportProgress {
  /** `stopped`: it was broken off, and can go on. */
  state: "ready" | "running" | "stopped" | "done";
  /** Tasks that are created, of how many. */
  done: number;
  total: number;
}
