import { ChungError } from "../../../lib/errors.ts";
import type { ListedSession } from "../../../lib/model/accounts/account_lists.ts";
import type { User } from "../../../lib/model/user.ts";
import { passwordArgument, textArgument, wordArgument } from "../../upstream/request_line.ts";
import type { TokenRequests } from "../../upstream/token_requests.ts";

/** Requests of a person about their own account; they throw as those of `PersonSession` do. */
export class OwnAccount {
  readonly #requests: TokenRequests;
  readonly #changed: (user: User) => void;

  /** @param changed called with the user as the server knows them now */
  constructor(requests: TokenRequests, changed: (user: User) => void) {
    this.#requests = requests;
    this.#changed = changed;
  }

  /** Asks who the person is by now: others may have changed the role, another device the name. */
  async look(): Promise<User> {
    const { user } = await this.#requests.ask("whoami");
    this.#changed(user);
    return user;
  }

  /** Sets the display name; "" or `-` takes it away. */
  async setName(name: string): Promise<User> {
    const wire = name === "" ? "-" : name;
    const { user } = await this.#requests.ask(
      "set_name",
      () => [textArgument(wire, "invalid_name")],
      { tooLong: "invalid_name" },
    );
    this.#changed(user);
    return user;
  }

  /** Changes the password, which ends all other logins. */
  async setPassword(password: string): Promise<void> {
    const args = () => [passwordArgument(password, "invalid_password")];
    await this.#requests.ask("passwd", args, { tooLong: "invalid_password" });
  }

  /** Reads the person's logins, the one used last first. */
  async logins(): Promise<ListedSession[]> {
    return (await this.#requests.ask("sessions")).sessions;
  }

  async endLogin(id: string): Promise<void> {
    await this.#requests.ask("end_session", () => [wordArgument(id, "session_not_found")]);
  }

  /** Ends all logins but this one. */
  async endOtherLogins(): Promise<void> {
    const others = (await this.logins()).filter(({ current }) => !current);
    await Promise.all(others.map(async ({ id }) => {
      try {
        await this.endLogin(id);
      } catch (error) {
        // It has ended meanwhile: the goal is met.
        if (!(error instanceof ChungError && error.code === "session_not_found")) throw error;
      }
    }));
  }
}
