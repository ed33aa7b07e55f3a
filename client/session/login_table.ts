import { createHash, randomBytes } from "node:crypto";
import { type Clock, systemClock } from "../../lib/clock.ts";

/** A login of one browser. */
export interface Login {
  /** `HOST:PORT`, or `tls://HOST:PORT`, of the server that issued the token. */
  server: string;
  username: string;
  token: string;
  /** When the token ends (ISO 8601, UTC). */
  expires_at: string;
}

/** A login with the hash of the key that its browser has. */
export interface KeyedLogin extends Login {
  hash: string;
}

/** Keeps logins while the client doesn't run. */
export interface LoginKeeper {
  read(): KeyedLogin[];
  write(logins: KeyedLogin[]): void;
}

export interface LoginTableOptions {
  keeper?: LoginKeeper;
  clock?: Pick<Clock, "wall">;
  most?: number;
  mostOfAccount?: number;
}

const MOST_LOGINS = 1_024;
/** Logins of one account at one server, so that nobody logs the others out by logging in again and again. */
const MOST_OF_ACCOUNT = 16;

/** Characters of a token (JWT: base64url parts and dots), which is written into a request line. */
const TOKEN = /^[A-Za-z0-9._~-]{1,4096}$/;

/**
 * Holds the tokens of logged-in browsers, each by a random key. The browser gets the key only: it sends its cookies to
 * the programs on every port of a host, and the key is worth nothing but here.
 */
export class LoginTable {
  readonly #keeper: LoginKeeper | undefined;
  readonly #clock: Pick<Clock, "wall">;
  readonly #most: number;
  readonly #mostOfAccount: number;
  /** By the key's hash, the oldest first. */
  readonly #logins: Map<string, KeyedLogin>;

  constructor(
    {
      keeper,
      clock = systemClock,
      most = MOST_LOGINS,
      mostOfAccount = MOST_OF_ACCOUNT,
    }: LoginTableOptions = {},
  ) {
    this.#keeper = keeper;
    this.#clock = clock;
    this.#most = most;
    this.#mostOfAccount = mostOfAccount;
    this.#logins = new Map((keeper?.read() ?? []).map((login) => [login.hash, login]));
  }

  get size(): number {
    return this.#logins.size;
  }

  /**
   * Adds a login and returns its key.
   * @throws {TypeError} if the token has an invalid character
   */
  add({ server, username, token, expires_at }: Login): string {
    if (!TOKEN.test(token)) throw new TypeError("the server's token has invalid characters");
    this.#removeExpired();
    this.#makeRoom(accountOf({ server, username }));
    const key = randomBytes(32).toString("base64url");
    const hash = hashOf(key);
    this.#logins.set(hash, { hash, server, username, token, expires_at });
    this.#keep();
    return key;
  }

  /** Whether the key belongs to a login, at whatever server. */
  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /**
   * Returns the token of the key's login if this server issued it, else null. A token is as good as a password, so it
   * must not reach another server that the person chose later, nor the same address without TLS.
   * @param server `HOST:PORT`, or `tls://HOST:PORT`
   */
  token(key: string, server: string): string | null {
    const login = this.#find(key);
    return login?.server === server ? login.token : null;
  }

  remove(key: string): void {
    if (this.#logins.delete(hashOf(key))) this.#keep();
  }

  #find(key: string): KeyedLogin | undefined {
    const login = this.#logins.get(hashOf(key));
    if (login === undefined || !this.#isExpired(login)) return login;
    this.#logins.delete(login.hash);
    this.#keep();
  }

  /** A login whose end can't be read stays: the server knows when it ends. */
  #isExpired({ expires_at }: Login): boolean {
    return Date.parse(expires_at) <= this.#clock.wall();
  }

  #removeExpired(): void {
    for (const login of this.#logins.values()) {
      if (this.#isExpired(login)) this.#logins.delete(login.hash);
    }
  }

  /** Makes room for a login of this account: its own oldest goes, or the oldest of who has the most. */
  #makeRoom(account: string): void {
    const full = this.#logins.size >= this.#most;
    const byAccount = Map.groupBy(this.#logins.values(), accountOf);
    const own = byAccount.get(account) ?? [];
    if (!full && own.length < this.#mostOfAccount) return;
    const [oldest] = own.length >= this.#mostOfAccount
      ? own
      : [...byAccount.values()].reduce((most, one) => one.length > most.length ? one : most);
    this.#logins.delete(oldest.hash);
  }

  #keep(): void {
    this.#keeper?.write([...this.#logins.values()]);
  }
}

function accountOf({ server, username }: Pick<Login, "server" | "username">): string {
  return `${server} ${username.toLowerCase()}`;
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
