// The real worker, except that one password crashes it.
import "../../lib/auth/password_worker.ts";
import type { PasswordJob } from "../../lib/auth/password_job.ts";

export const CRASHING_PASSWORD = "crash the worker";

const work = self.onmessage!;

self.onmessage = (event: MessageEvent<PasswordJob>) => {
  if (event.data.password === CRASHING_PASSWORD) throw new Error("crashed as asked");
  work.call(self, event);
};
