import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { inlinePasswords } from "../../auth/inline_passwords.ts";
import { LineClient } from "../../line_client.ts";

export const PASSWORD = "matkhau-123";

/** Hashes a password with the server's default options. */
export function defaultHash(): Promise<string> {
  return inlinePasswords(10).hash(PASSWORD);
}

/** Adds accounts `login0`… that can log in, to a store that no server has open. */
export async function addAccounts(data: string, count: number, hash: string): Promise<void> {
  const store = await openSqliteStore({ path: data });
  const at = Date.now();
  await Promise.all(Array.from({ length: count }, (_, index) => {
    const user = { username: `login${index}`, passwordHash: hash, at };
    return store.write("createUser", user).promise();
  }));
  await store.close();
}

/** Connections that log in repeatedly, each again as soon as it is answered. */
export class LoginStorm {
  readonly #clients: LineClient[];
  readonly #loops: Promise<void>[];
  #done = 0;
  #ended = false;

  private constructor(clients: LineClient[]) {
    this.#clients = clients;
    this.#loops = clients.map((client, index) => this.#loop(client, `login${index}`));
  }

  static async start(port: number, connections: number): Promise<LoginStorm> {
    const all = Array.from({ length: connections }, () => LineClient.connect(port));
    return new LoginStorm(await Promise.all(all));
  }

  /** The number of logins answered so far. */
  get done(): number {
    return this.#done;
  }

  /** The logins per second while something runs. */
  async rateWhile(something: () => Promise<unknown>): Promise<number> {
    const [start, before] = [performance.now(), this.#done];
    await something();
    return (this.#done - before) / (performance.now() - start) * 1_000;
  }

  /** Waits for pending logins. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#loops);
    for (const client of this.#clients) await client.close();
  }

  async #loop(client: LineClient, username: string): Promise<void> {
    while (!this.#ended) {
      await client.ok(`login ${username} ${PASSWORD}`);
      this.#done++;
    }
  }
}
