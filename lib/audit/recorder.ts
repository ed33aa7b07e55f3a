import type { Clock } from "../clock.ts";
import type { AuditEntry } from "./audit_entry.ts";
import { type MaskedField, maskRequest, maskResponse } from "./mask.ts";

/** The part of an action that the log needs. */
export interface RecordedAction {
  readonly name: string;
  /** Null for an action that the log leaves out. */
  readonly audit: { name: string; type?: string } | null;
  readonly fields: readonly MaskedField[];
}

/** Makes the log's entries of requests and events, with their secrets masked. */
export class Recorder {
  readonly #audit: (entry: AuditEntry) => void;
  readonly #clock: Pick<Clock, "wall">;

  constructor(audit: (entry: AuditEntry) => void, clock: Pick<Clock, "wall">) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * @param action null when the line names none
   * @param line null when what was received is no text
   */
  request(
    action: RecordedAction | null,
    line: string | null,
    user: string | null,
    response: string,
  ): void {
    if (action?.audit === null) return;
    this.#audit({
      file: action?.name ?? "invalid",
      name: action?.audit.name ?? "không hợp lệ",
      type: action?.audit.type ?? action?.name ?? "invalid",
      user,
      request: line === null ? "-" : maskRequest(line, action && action.fields),
      response: maskResponse(response),
      at: this.#clock.wall(),
    });
  }

  event(line: string, user: string | null): void {
    this.#audit({
      file: "event",
      name: "sự kiện",
      type: "event",
      user,
      request: "-",
      response: maskResponse(line),
      at: this.#clock.wall(),
    });
  }
}
