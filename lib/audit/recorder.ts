import type { Clock } from "../clock.ts";
import type { AuditEntry } from "./audit_entry.ts";
import type { CountedRequests } from "./counted_requests.ts";
import { maskFailure, maskRequest, maskResponse, maskUnknown, type RequestEnd } from "./mask.ts";
import type { RecordedAction } from "./recorded_action.ts";

/** A request with its response. */
export interface RecordedRequest {
  /** Null when the line names none. */
  action: RecordedAction | null;
  /** Null when what was received is no text. */
  line: string | null;
  user: string | null;
  response: string;
  /** Characters (Unicode code points) of the response behind that. */
  charactersLeft: number;
  end: RequestEnd;
}

/** Makes the log's entries of requests and events, with their secrets masked. */
export class Recorder {
  readonly #audit: (entry: AuditEntry) => void;
  readonly #clock: Pick<Clock, "wall">;
  readonly #actions: ReadonlyMap<string, RecordedAction>;
  readonly #counted: CountedRequests | null;

  /**
   * @param actions all of them, by their words
   * @param counted takes the requests that have no entry each
   */
  constructor(
    audit: (entry: AuditEntry) => void,
    clock: Pick<Clock, "wall">,
    actions: ReadonlyMap<string, RecordedAction>,
    counted: CountedRequests | null = null,
  ) {
    this.#counted = counted;
    this.#audit = audit;
    this.#clock = clock;
    this.#actions = actions;
  }

  request({ action, line, user, response, charactersLeft, end }: RecordedRequest): void {
    if (action?.audit === null) return;
    if (action !== null && !end.failed && this.#counted?.count(action, user)) return;
    this.#audit({
      file: action?.name ?? "invalid",
      name: action?.audit.name ?? "không hợp lệ",
      type: action?.audit.type ?? action?.name ?? "invalid",
      user,
      request: this.#masked(action, line, end),
      response: end.failed ? maskFailure(response) : maskResponse(response),
      responseLeft: charactersLeft,
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

  #masked(action: RecordedAction | null, line: string | null, end: RequestEnd): string {
    if (line === null) return "-";
    if (action === null) return maskUnknown(line, this.#actions.keys());
    return maskRequest(line, action.fields, end);
  }
}
