import bcrypt from "bcryptjs";

/** One computation of bcrypt. */
export type PasswordJob =
  | { kind: "hash"; password: string; cost: number }
  /** `cost`: a failed comparison takes at least this, whatever the hash was made with. */
  | { kind: "verify"; password: string; hash: string | null; cost: number };

/** The hash, or whether the password is right. */
export type PasswordResult = string | boolean;

/** Runs a job on the calling thread, which it blocks. */
export function runPasswordJob(job: PasswordJob): PasswordResult {
  return job.kind === "hash"
    ? bcrypt.hashSync(job.password, job.cost)
    : verify(job.password, job.hash, job.cost);
}

function verify(password: string, hash: string | null, cost: number): boolean {
  if (hash === null) {
    bcrypt.compareSync(password, dummyHash(cost));
    return false;
  }
  if (bcrypt.compareSync(password, hash)) return true;
  // A hash from times of a lower cost must not tell by its speed that the account exists:
  // 2^c + (2^c + 2^(c+1) + … + 2^(cost-1)) rounds are 2^cost.
  for (let c = bcrypt.getRounds(hash); c < cost; c++) bcrypt.compareSync(password, dummyHash(c));
  return false;
}

/** A well-formed hash that no password is known for. */
function dummyHash(cost: number): string {
  return `$2b$${String(cost).padStart(2, "0")}$${".".repeat(53)}`;
}
