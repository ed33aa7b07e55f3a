import type { MessagePage } from "../../lib/model/message.ts";
import type { User } from "../../lib/model/user.ts";
import type { ListEvent, LiveEvents, RoomEvent } from "../shared/live_events.ts";
import type { PersonSession } from "./person_session.ts";
import type { SharedStream } from "../live/shared_stream.ts";
import type { RoomView } from "../shared/room_view.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";

/**
 * Stands in for the session of a token that can't be checked now. Every request fails as it does when the server is
 * lost later, so that no form loses its input.
 */
export class UnavailableSession implements PersonSession {
  readonly user: User = { id: 0, username: "", role: "user" };
  readonly #reason: ServerUnreachable;

  constructor(reason: ServerUnreachable) {
    this.#reason = reason;
  }

  projects = (): Promise<never> => this.#fail();
  project = (): Promise<never> => this.#fail();
  createProject = (): Promise<never> => this.#fail();
  members = (): Promise<never> => this.#fail();
  addMembers = (): Promise<never> => this.#fail();
  knownPeople = (): Promise<never> => this.#fail();
  removeMember = (): Promise<never> => this.#fail();
  transfer = (): Promise<never> => this.#fail();
  rename = (): Promise<never> => this.#fail();
  archive = (): Promise<never> => this.#fail();
  restore = (): Promise<never> => this.#fail();
  rejoin = (): Promise<never> => this.#fail();
  room = (): Promise<RoomView> => this.#fail();
  history = (): Promise<MessagePage> => this.#fail();
  message = (): Promise<never> => this.#fail();
  neighbours = (): Promise<never> => this.#fail();
  chat = (): Promise<never> => this.#fail();
  edit = (): Promise<never> => this.#fail();
  delete = (): Promise<never> => this.#fail();
  read = (): Promise<never> => this.#fail();
  typing = (): Promise<never> => this.#fail();
  search = (): Promise<never> => this.#fail();
  searchAll = (): Promise<never> => this.#fail();
  taskCount = (): Promise<never> => this.#fail();
  logout = (): Promise<never> => this.#fail();
  readonly tasks = {
    board: (): Promise<never> => this.#fail(),
    page: (): Promise<never> => this.#fail(),
    mine: (): Promise<never> => this.#fail(),
    history: (): Promise<never> => this.#fail(),
    create: (): Promise<never> => this.#fail(),
    import: (): Promise<never> => this.#fail(),
    promote: (): Promise<never> => this.#fail(),
    move: (): Promise<never> => this.#fail(),
    assign: (): Promise<never> => this.#fail(),
    due: (): Promise<never> => this.#fail(),
    rename: (): Promise<never> => this.#fail(),
    note: (): Promise<never> => this.#fail(),
    delete: (): Promise<never> => this.#fail(),
    restore: (): Promise<never> => this.#fail(),
  };
  readonly server = {
    settings: (): Promise<never> => this.#fail(),
    stats: (): Promise<never> => this.#fail(),
    figures: (): Promise<never> => this.#fail(),
    logDays: (): Promise<never> => this.#fail(),
    logs: (): Promise<never> => this.#fail(),
  };

  readonly account = {
    look: (): Promise<never> => this.#fail(),
    setName: (): Promise<never> => this.#fail(),
    setPassword: (): Promise<never> => this.#fail(),
    logins: (): Promise<never> => this.#fail(),
    endLogin: (): Promise<never> => this.#fail(),
    endOtherLogins: (): Promise<never> => this.#fail(),
  };
  readonly administration = {
    users: (): Promise<never> => this.#fail(),
    user: (): Promise<never> => this.#fail(),
    setRole: (): Promise<never> => this.#fail(),
    setDisabled: (): Promise<never> => this.#fail(),
    resetPassword: (): Promise<never> => this.#fail(),
    invite: (): Promise<never> => this.#fail(),
    invitations: (): Promise<never> => this.#fail(),
    revoke: (): Promise<never> => this.#fail(),
  };

  events(): LiveEvents<RoomEvent> {
    throw this.#reason;
  }

  watch(): LiveEvents<ListEvent> {
    throw this.#reason;
  }

  shared(): SharedStream {
    throw this.#reason;
  }

  sharedStream(): undefined {}

  #fail(): Promise<never> {
    return Promise.reject(this.#reason);
  }
}
