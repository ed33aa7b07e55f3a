import { ChungError } from "../../lib/errors.ts";
import { DEFAULT_LIMITS, type Limits } from "../../lib/model/limits.ts";
import { assertPassword, assertUsername } from "../../lib/model/user.ts";
import { passwordArgument } from "./request_line.ts";

/** The faults of a registration by field. */
export interface AccountFaults {
  username?: ChungError;
  password?: ChungError;
}

/**
 * Checks a username and a password by the limits that a server told (docs/PROTOCOL.md, `help`), both at once.
 * @param told its limits; for those that it doesn't tell, the defaults count
 */
export function accountFaults(
  username: string,
  password: string,
  told: Record<string, unknown>,
): AccountFaults {
  const number = (value: unknown, byDefault: number) =>
    typeof value === "number" ? value : byDefault;
  const limits: Limits = {
    ...DEFAULT_LIMITS,
    maxUsername: number(told.max_username, DEFAULT_LIMITS.maxUsername),
    minPassword: number(told.min_password, DEFAULT_LIMITS.minPassword),
    maxPassword: number(told.max_password, DEFAULT_LIMITS.maxPassword),
  };
  return {
    ...refusal("username", () => assertUsername(username, limits)),
    ...refusal("password", () => {
      assertPassword(password, limits);
      passwordArgument(password, "invalid_password");
    }),
  };
}

function refusal(field: keyof AccountFaults, check: () => void): AccountFaults {
  try {
    check();
    return {};
  } catch (error) {
    if (error instanceof ChungError) return { [field]: error };
    throw error;
  }
}
