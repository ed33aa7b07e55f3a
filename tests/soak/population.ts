import { SoakSocket } from "./soak_socket.ts";

const USERS = 200;
const ROOMS = 50;
const MEMBERS = 20;
export const PASSWORD = "matkhau-123";

/** Accounts, rooms and tokens shared by the visits. */
export class Population {
  readonly #tokens = new Map<number, string>();
  /** Pending logins, shared by visits that want the same token. */
  readonly #logins = new Map<number, Promise<string>>();

  constructor(readonly port: number) {}

  readonly users = USERS;

  name(user: number): string {
    return `user${user}`;
  }

  /** The rooms of which the user is a member, numbered from 1. */
  roomsOf(user: number): number[] {
    return Array.from({ length: ROOMS }, (_, room) => room)
      .filter((room) => (user - room * (USERS / ROOMS) + USERS) % USERS < MEMBERS)
      .map((room) => room + 1);
  }

  /** Creates them over the wire. */
  async make(): Promise<void> {
    const socket = await SoakSocket.open(this.port);
    if (socket === null) throw new Error("the server can't be reached");
    for (let user = 0; user < USERS; user++) {
      expectOk(await socket.request(`reg ${this.name(user)} ${PASSWORD}`));
    }
    const token = await this.#logIn(socket, 0);
    for (let room = 0; room < ROOMS; room++) {
      expectOk(await socket.request(`new_project ${token} room ${room}`));
      const names = Array.from(
        { length: MEMBERS },
        (_, index) => this.name((room * (USERS / ROOMS) + index) % USERS),
      );
      expectOk(await socket.request(`add_group ${token} ${room + 1} ${names.join(",")}`));
    }
    await socket.end();
  }

  /** Returns a token in use, or logs in. */
  async token(socket: SoakSocket, user: number): Promise<string> {
    const known = this.#tokens.get(user);
    if (known !== undefined) {
      const answer = await socket.request(`whoami ${known}`);
      if (answer?.startsWith("ok ")) return known;
      this.#tokens.delete(user);
    }
    const login = this.#logins.get(user) ?? this.#logIn(socket, user).finally(() => {
      this.#logins.delete(user);
    });
    this.#logins.set(user, login);
    return await login;
  }

  async #logIn(socket: SoakSocket, user: number): Promise<string> {
    const answer = expectOk(await socket.request(`login ${this.name(user)} ${PASSWORD}`));
    const { token } = JSON.parse(answer.slice("ok login ".length));
    this.#tokens.set(user, token);
    return token;
  }
}

/**
 * @throws {Gone} when there is no response
 * @throws {Error} when it is not `ok`
 */
export function expectOk(answer: string | null): string {
  if (answer === null) throw new Gone();
  if (!answer.startsWith("ok ")) throw new Error(`unexpected: ${answer}`);
  return answer;
}

/** The server has ended the connection; some visits provoke this, and the others tolerate it. */
export class Gone extends Error {}
