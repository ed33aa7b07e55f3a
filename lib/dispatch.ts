import { accessAs } from "./actions/access.ts";
import type { Action, Services } from "./actions/action.ts";
import type { Outcome, Result, Settled } from "./actions/outcome.ts";
import type { AuditEntry } from "./audit/audit_entry.ts";
import type { CountedRequests } from "./audit/counted_requests.ts";
import { Recorder } from "./audit/recorder.ts";
import { ChungError } from "./errors.ts";
import { RequestFigures, type RequestOutcome } from "./figures/request_figures.ts";
import type { RequestTraces } from "./figures/request_traces.ts";
import { forbidden } from "./model/accounts/refusals.ts";
import type { Session } from "./model/session.ts";
import type { User } from "./model/user.ts";
import type { Report } from "./report.ts";
import { encodeLine } from "./protocol/encode_line.ts";
import { eventLine, type Events } from "./protocol/events.ts";
import type { Received } from "./protocol/line_buffer.ts";
import { lineRefusal } from "./protocol/line_refusal.ts";
import { Arguments, parseRequest, type Request } from "./protocol/request.ts";
import { errLine, okResponse, type ResponseLine, wholeLine } from "./protocol/response.ts";
import type { AddressedEvent } from "./rooms/addressed_event.ts";
import type { Peer } from "./rooms/peer.ts";
import { Commit } from "./store/commit.ts";

/** A received line with its parsed request and the action that the request names. */
export interface Incoming {
  /** Null for a line without text or with a malformed tag. */
  readonly request: Request | null;
  /** Null when the line names no action. */
  readonly action: Action | null;
  readonly received: Received;
  /** When it was read from the socket, by the clock of the figures. */
  readonly at: number;
}

/** A request that is being served. */
interface Exchange {
  readonly incoming: Incoming;
  readonly peer: Peer;
  readonly tag: string | null;
  /** The action word, or `-` when the line names no action. */
  readonly word: string;
  readonly answer: (line: Uint8Array) => void;
  /** Null until the token is verified. The audit log names its user even when the request fails. */
  session: Session | null;
  /** Whether the name in a request without a token is known to be an account's. */
  accountFound: boolean;
  /** When its write was queued; null where none was, and without traces. */
  queuedAt: number | null;
}

/** Serves requests: turns a received line into its response, events and audit entry. */
export class Dispatcher {
  readonly #services: Services;
  readonly #recorder: Recorder;
  readonly #report: Report;
  readonly #figures: RequestFigures;
  readonly #traces: RequestTraces | null;
  #shutDown = false;

  /**
   * @param options.report reports a bug to the operator, with its stack
   * @param options.counted takes the requests that have no entry in the log each
   * @param options.figures count the requests
   * @param options.traces null where nobody traces
   */
  constructor({ services, audit, counted, report, figures, traces = null }: {
    services: Services;
    audit: (entry: AuditEntry) => void;
    counted?: CountedRequests;
    report: Report;
    figures?: RequestFigures;
    traces?: RequestTraces | null;
  }) {
    this.#services = services;
    this.#figures = figures ??
      new RequestFigures(services.actions.keys(), () => services.clock.monotonic());
    this.#traces = traces;
    this.#recorder = new Recorder(audit, services.clock, services.actions, counted);
    this.#report = report;
  }

  /** @param at when it was read from the socket */
  recognize(received: Received, at: number = this.#figures.now()): Incoming {
    const request = "text" in received ? parseRequest(received.text) : null;
    const action = request && this.#services.actions.get(request.action) || null;
    return { request, action, received, at };
  }

  /**
   * Runs a request. `answer` is called once with the response line.
   * @returns once the request has its place in the store's order; the answer may come later
   */
  async run(
    incoming: Incoming,
    peer: Peer,
    answer: (line: Uint8Array) => void,
  ): Promise<void> {
    const { request, action, received } = incoming;
    const tag = request?.tag ?? null;
    const word = action?.name ?? "-";
    const exchange: Exchange = {
      incoming,
      peer,
      tag,
      word,
      answer,
      session: null,
      accountFound: false,
      queuedAt: null,
    };
    let settled: Settled;
    // Authentication and gate are inlined: each further async function would cost a promise per message.
    try {
      if (action === null || request === null) throw lineRefusal(received, request);
      const prepared = action.prepare(request.rest);
      if (prepared === null) {
        if (action.gate !== "none") exchange.session = await this.#authorOf(request, peer);
        throw new ChungError("bad_request", `usage: ${action.usage}`);
      }
      const services = this.#services;
      let running: Result;
      if (prepared.gate === "none") {
        const accountFound = () => {
          exchange.accountFound = true;
        };
        running = prepared.run({ tag, peer, accountFound }, services);
      } else if (prepared.gate === "admin" && isOperators(prepared.token, peer)) {
        if (action.bulky) await services.turns.wait(OPERATOR);
        running = prepared.run({ tag, peer, session: null }, services);
      } else {
        const known = services.authenticator.authenticate(prepared.token);
        const session = known instanceof Promise ? await known : known;
        exchange.session = session;
        this.#admit(peer, session.user.id);
        services.sessionUses.note(session, peer.address, services.clock.wall());
        if (prepared.gate === "admin") assertAdmin(session);
        const ready = action.overlaps ? services.store.ready(peer.id) : undefined;
        if (ready !== undefined) await ready;
        if (action.bulky) {
          const turn = services.turns.wait(String(session.user.id));
          if (turn !== undefined) await this.#untilTurn(turn, session);
        } else services.turns.otherWork();
        if (prepared.gate === "user") running = prepared.run({ tag, peer, session }, services);
        else if (prepared.gate === "admin") {
          running = prepared.run({ tag, peer, session }, services);
        } else {
          const { projectId } = prepared;
          const access = await accessAs("member", services.store, projectId, session.user.id);
          running = prepared.run({ tag, peer, session, ...access }, services);
        }
      }
      // A finished request gets its reply and events before anything else runs.
      const result = running instanceof Promise ? await running : running;
      settled = typeof result === "function" ? result() : result;
    } catch (error) {
      this.#fail(exchange, error);
      return;
    }
    if (settled instanceof Commit) {
      if (this.#traces !== null) exchange.queuedAt = this.#figures.now();
      settled.settle(
        (outcome) => this.#succeed(exchange, outcome),
        (error) => this.#fail(exchange, error),
      );
    } else this.#succeed(exchange, settled);
  }

  /** Makes the last line of a connection and records it. At shutdown it is recorded once for all connections. */
  closing(reason: Events["closing"]["reason"]): string {
    const line = eventLine({ type: "closing", data: { reason } });
    if (reason !== "shutdown" || !this.#shutDown) this.#recorder.event(line, null);
    this.#shutDown ||= reason === "shutdown";
    return line;
  }

  /** Queues an event on every connection it is addressed to, and records it. */
  publish(event: AddressedEvent): void {
    const line = eventLine(event);
    this.#services.rooms.publish(event, encodeLine(line));
    if (event.recorded !== false) this.#recorder.event(line, event.by);
  }

  /** @throws {ChungError} if the session ends meanwhile */
  async #untilTurn(turn: Promise<void>, session: Session): Promise<void> {
    await turn;
    const ended = this.#services.authenticator.endOf(session);
    if (ended !== null) throw ended;
  }

  #succeed(exchange: Exchange, { reply, events, change, afterReply, user }: Outcome): void {
    const response = okResponse(exchange.tag, exchange.word, reply);
    exchange.answer(response.bytes);
    let told = events !== undefined && events.length > 0;
    if (change !== undefined) {
      if (change.kind === "message_added") this.#figures.messageStored();
      for (const event of this.#services.rooms.apply(change, exchange.peer.id)) {
        this.publish(event);
        told = true;
      }
    }
    if (events !== undefined) { for (const event of events) this.publish(event); }
    afterReply?.();
    this.#finished(exchange, "ok", told);
    this.#record(exchange, user ?? exchange.session?.user, response, false);
  }

  #fail(exchange: Exchange, error: unknown): void {
    const { code, message } = this.#explain(error, exchange.incoming.action);
    const response = wholeLine(errLine(exchange.tag, exchange.word, code, message));
    exchange.answer(response.bytes);
    this.#finished(exchange, code, false);
    this.#record(exchange, exchange.session?.user, response, true);
  }

  #finished(
    { word, incoming: { at }, queuedAt }: Exchange,
    outcome: RequestOutcome,
    told: boolean,
  ) {
    this.#figures.finished(word, outcome, at, told);
    if (this.#traces === null) return;
    const now = this.#figures.now();
    // Called while its own transaction is settled, so that the times are this one's.
    const { begun, durable } = this.#services.store.figures().committed;
    const write = queuedAt === null ? null : { queuedAt, begun, durable };
    this.#traces.finished({ action: word, outcome, receivedAt: at, write, finishedAt: now });
  }

  #record(
    exchange: Exchange,
    user: User | undefined,
    { text, charactersLeft }: ResponseLine,
    failed: boolean,
  ): void {
    const { incoming: { action, received }, accountFound, peer } = exchange;
    this.#recorder.request({
      action,
      line: "text" in received ? received.text : null,
      user: user?.username ?? (peer.operator ? OPERATOR : null),
      response: text,
      charactersLeft,
      end: { failed, accountFound },
    });
    if (action?.bulky) this.#services.turns.done();
  }

  /** @throws {ChungError} `server_full` if the account has as many connections as one may */
  #admit(peer: Peer, accountId: number): void {
    if (!peer.admit(accountId)) {
      const most = this.#services.limits.maxConnectionsPerAccount;
      throw new ChungError(
        "server_full",
        `this account has ${most} connections, as many as one may have: close another one first`,
      );
    }
    peer.trusted = true;
  }

  /** Authenticates a request whose other arguments are malformed, so that the audit log can name its user. */
  async #authorOf({ rest }: Request, peer: Peer): Promise<Session | null> {
    const token = new Arguments(rest).word() ?? "";
    try {
      const session = await this.#services.authenticator.authenticate(token);
      this.#admit(peer, session.user.id);
      return session;
    } catch {
      return null;
    }
  }

  #explain(error: unknown, action: Action | null): ChungError {
    if (error instanceof ChungError) {
      if (error.cause !== undefined) {
        this.#report(`${error.message}: ${stack(error.cause)}`, "error");
      }
      return error;
    }
    this.#report(`internal error in ${action?.name ?? "a line"}: ${stack(error)}`, "error");
    return new ChungError("internal", "internal error: the server's own log has the details");
  }
}

/** The operator's name in the log, which no user can have. */
const OPERATOR = "chung-server admin";

function isOperators(token: string, peer: Peer): boolean {
  return token === "-" && peer.operator === true;
}

/** @throws {ChungError} `forbidden` */
function assertAdmin({ user }: Session): void {
  if (user.role !== "admin") throw forbidden();
}

function stack(error: unknown): string {
  return error instanceof Error ? error.stack ?? String(error) : String(error);
}
