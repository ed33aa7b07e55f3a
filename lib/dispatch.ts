import type { Action, Outcome, Services } from "./actions/action.ts";
import type { AuditEntry } from "./audit/audit_entry.ts";
import { maskRequest, maskResponse } from "./audit/mask.ts";
import { ChungError } from "./errors.ts";
import type { Session } from "./model/session.ts";
import { encodeLine } from "./protocol/encode_line.ts";
import { eventLine, type Events } from "./protocol/events.ts";
import type { Received } from "./protocol/line_buffer.ts";
import { Arguments, parseRequest, type Request } from "./protocol/request.ts";
import { errLine, okLine } from "./protocol/response.ts";
import type { AddressedEvent } from "./rooms/addressed_event.ts";
import type { Peer } from "./rooms/peer.ts";
import { Commit } from "./store/commit.ts";

/** A received line, looked up in the table of actions. */
export interface Incoming {
  /** Null for a line without text or with a malformed tag. */
  readonly request: Request | null;
  /** Null when the line names no action. */
  readonly action: Action | null;
  readonly received: Received;
}

/** The one pass of a request, from its line to its response, events and audit entry. */
export class Dispatcher {
  readonly #services: Services;
  readonly #audit: (entry: AuditEntry) => void;
  readonly #report: (line: string) => void;
  #shutDown = false;

  /** @param options.report tells the operator of a bug, with its stack */
  constructor(options: {
    services: Services;
    audit: (entry: AuditEntry) => void;
    report: (line: string) => void;
  }) {
    this.#services = options.services;
    this.#audit = options.audit;
    this.#report = options.report;
  }

  recognize(received: Received): Incoming {
    const request = "text" in received ? parseRequest(received.text) : null;
    const action = request && this.#services.actions.get(request.action) || null;
    return { request, action, received };
  }

  /**
   * Runs a request. `answer` is called once with the response line.
   * @returns when the request has its place in the store's order; the answer may come later
   */
  async run(
    incoming: Incoming,
    peer: Peer,
    answer: (line: Uint8Array) => void,
  ): Promise<void> {
    const { request, action } = incoming;
    let session: Session | null = null;
    const succeed = (outcome: Outcome) => {
      const line = okLine(request!.tag, action!.name, outcome.reply);
      answer(encodeLine(line));
      for (const event of outcome.events ?? []) this.publish(event);
      outcome.afterReply?.();
      this.#record(incoming, outcome.user?.username ?? session?.user.username ?? null, line);
    };
    const fail = (error: unknown) => {
      const { code, message } = this.#explain(error, action);
      const line = errLine(request?.tag ?? null, action?.name ?? "-", code, message);
      answer(encodeLine(line));
      this.#record(incoming, session?.user.username ?? null, line);
    };
    let settled: Outcome | Commit<Outcome>;
    try {
      if (action === null || request === null) throw refusal(incoming);
      const decoded = action.decode(new Arguments(request.rest));
      if (action.takesToken) {
        if (decoded === null) session = await this.#authorOf(request, peer);
        else {
          const known = this.#services.authenticator.authenticate(decoded.token ?? "");
          session = known instanceof Promise ? await known : known;
          peer.trusted = true;
        }
      }
      if (decoded === null) throw badRequest(action);
      const call = { tag: request.tag, peer };
      const admitted = decoded.admit(call, session, this.#services);
      const run = admitted instanceof Promise ? await admitted : admitted;
      if (action.overlaps) {
        const ready = this.#services.store.ready(peer.id);
        if (ready !== undefined) await ready;
      }
      const running = run();
      // What is done already has its reply and events before anything else happens.
      const result = running instanceof Promise ? await running : running;
      settled = typeof result === "function" ? result() : result;
    } catch (error) {
      fail(error);
      return;
    }
    if (settled instanceof Commit) settled.settle(succeed, fail);
    else succeed(settled);
  }

  /** What a connection is told last, recorded; at the shutdown once for all. */
  closing(reason: Events["closing"]["reason"]): string {
    const line = eventLine({ type: "closing", data: { reason } });
    if (reason !== "shutdown" || !this.#shutDown) this.#recordEvent(line, null);
    this.#shutDown ||= reason === "shutdown";
    return line;
  }

  /** Queues an event at whom it concerns, and records it. */
  publish(event: AddressedEvent): void {
    const line = eventLine(event);
    this.#services.rooms.publish(event, encodeLine(line));
    if (event.recorded !== false) this.#recordEvent(line, event.by);
  }

  /** Whose request it is, for the log, when the rest of it is malformed. */
  async #authorOf({ rest }: Request, peer: Peer): Promise<Session | null> {
    const token = new Arguments(rest).word() ?? "";
    try {
      const session = await this.#services.authenticator.authenticate(token);
      peer.trusted = true;
      return session;
    } catch {
      return null;
    }
  }

  #explain(error: unknown, action: Action | null): ChungError {
    if (error instanceof ChungError) {
      if (error.cause !== undefined) this.#report(`${error.message}: ${stack(error.cause)}`);
      return error;
    }
    this.#report(`internal error in ${action?.name ?? "a line"}: ${stack(error)}`);
    return new ChungError("internal", "something went wrong here: it is in the server's own log");
  }

  #recordEvent(line: string, user: string | null): void {
    this.#audit({
      file: "event",
      name: "sự kiện",
      type: "event",
      user,
      request: "-",
      response: maskResponse(line),
      at: this.#services.now(),
    });
  }

  #record(incoming: Incoming, user: string | null, line: string): void {
    const { action, received } = incoming;
    if (action?.audit === null) return;
    this.#audit({
      file: action?.name ?? "invalid",
      name: action?.audit.name ?? "không hợp lệ",
      type: action?.audit.type ?? action?.name ?? "invalid",
      user,
      request: "text" in received
        ? maskRequest(received.text, action && action.fields.map(([, field]) => field))
        : "-",
      response: maskResponse(line),
      at: this.#services.now(),
    });
  }
}

function stack(error: unknown): string {
  return error instanceof Error ? error.stack ?? String(error) : String(error);
}

function refusal({ request, received }: Incoming): ChungError {
  if ("problem" in received) {
    return received.problem === "line_too_long"
      ? new ChungError("line_too_long", "the line is too long: it was not kept")
      : new ChungError(
        "bad_encoding",
        "a line is UTF-8 text without control characters; \\n stands for a newline",
      );
  }
  if (request === null) {
    return new ChungError("bad_request", "a tag is @ and 1 to 64 of A-Z a-z 0-9 . _ -");
  }
  if (request.action === "") {
    return new ChungError("bad_request", "the line has no action: send help for a list");
  }
  return new ChungError("unknown_action", "no such action: send help for a list");
}

function badRequest(action: Action): ChungError {
  return new ChungError("bad_request", `usage: ${action.usage}`);
}
