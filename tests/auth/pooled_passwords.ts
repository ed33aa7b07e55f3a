import { PasswordPool, type PasswordPoolOptions } from "../../lib/auth/password_pool.ts";
import { Passwords } from "../../lib/auth/passwords.ts";

/** As quick as bcrypt can be. */
export const COST = 4;

/** Passwords that are hashed in threads, as in a server. */
export function pooledPasswords(options: Partial<PasswordPoolOptions> = {}): Passwords {
  const cost = options.cost ?? COST;
  return new Passwords({ cost, runner: new PasswordPool({ cost, ...options }) });
}

export async function withPooledPasswords(
  options: Partial<PasswordPoolOptions>,
  test: (passwords: Passwords) => Promise<void>,
): Promise<void> {
  const passwords = pooledPasswords(options);
  try {
    await test(passwords);
  } finally {
    passwords.close();
  }
}
