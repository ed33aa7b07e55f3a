import { runPasswordJob } from "../../lib/auth/password_job.ts";
import { Passwords } from "../../lib/auth/passwords.ts";

/** Real bcrypt on the calling thread: for a low cost it takes less than a thread takes to start. */
export function inlinePasswords(cost: number): Passwords {
  const runner = {
    run: (job: Parameters<typeof runPasswordJob>[0]) => Promise.resolve(runPasswordJob(job)),
    close: () => {},
  };
  return new Passwords({ cost, runner });
}
