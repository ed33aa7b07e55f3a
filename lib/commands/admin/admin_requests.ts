import { OptionError } from "../../cli/options.ts";
import { newPassword } from "../../model/accounts/random_letters.ts";

/** A request of an admin command: the line without its LF. */
export interface AdminRequest {
  line: string;
  /** The password that was made for it, to be printed. */
  password?: string;
}

/** The options of the command line. */
export interface AdminGiven {
  uses: number;
  days: number;
  /** Reads the password from standard input; null where one is to be made. */
  readPassword: (() => Promise<string>) | null;
}

/** How many words each needs behind its own. */
const WORDS: Record<string, number> = {
  users: 0,
  grant: 1,
  revoke: 1,
  disable: 1,
  enable: 1,
  "reset-password": 1,
  invite: 0,
  invitations: 0,
  "revoke-invitation": 1,
};

/** @throws {OptionError} if the words are none that `--help` lists */
export async function adminRequest(words: string[], given: AdminGiven): Promise<AdminRequest> {
  const [action, name] = words;
  if (action === undefined || WORDS[action] === undefined) {
    throw new OptionError(`it needs one of ${Object.keys(WORDS).join(", ")}; --help explains them`);
  }
  if (
    words.length - 1 !== WORDS[action] || /[\s-]/.test(name?.[0] ?? "") || /\s/.test(name ?? "")
  ) {
    throw new OptionError(
      WORDS[action] === 0
        ? `${action} takes nothing more`
        : `${action} needs one ${action === "revoke-invitation" ? "id" : "username"}`,
    );
  }
  switch (action) {
    case "grant":
      return { line: `set_role - ${name} admin` };
    case "revoke":
      return { line: `set_role - ${name} user` };
    case "reset-password": {
      if (given.readPassword !== null) {
        return { line: `reset_password - ${name} ${await given.readPassword()}` };
      }
      const password = newPassword();
      return { line: `reset_password - ${name} ${password}`, password };
    }
    case "invite":
      return { line: `invite - ${given.uses} ${given.days}` };
    case "revoke-invitation":
      return { line: `revoke - ${name}` };
    default:
      return { line: [action, "-", ...words.slice(1)].join(" ") };
  }
}
