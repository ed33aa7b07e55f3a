import { iso, LIMITS, type Model, Refusal } from "./model.ts";

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Rules of docs/PROTOCOL.md, "Actions: the given six" and "Limits". Each returns the JSON of the `ok`, or throws a
 * Refusal.
 */
export function reg(
  model: Model,
  name: string,
  password: string,
  reply: { user?: { id: number } },
) {
  if (!NAME.test(name) || name.length > LIMITS.maxUsername) throw new Refusal("invalid_username");
  const bytes = new TextEncoder().encode(password).length;
  if ([...password].length < 8 || bytes > 72) throw new Refusal("invalid_password");
  if (model.person(name) !== undefined) throw new Refusal("username_taken");
  const person = { id: model.fresh("person", reply.user?.id), name, password };
  model.people.push(person);
  return { user: { id: person.id, username: name, role: "user" } };
}

export function login(model: Model, name: string, password: string, reply: { token?: string }) {
  const key = name.toLowerCase();
  const failures = model.failures.get(key) ?? { inRow: 0, until: 0 };
  model.failures.set(key, failures);
  const wait = Math.ceil((failures.until - model.now) / 1000);
  if (wait > 0) {
    const seconds = Math.min(wait, LIMITS.maxLoginWaitSeconds);
    throw new Refusal("rate_limited", new RegExp(` in ${seconds} s$`));
  }
  const person = model.person(name);
  if (person === undefined || person.password !== password) {
    const over = ++failures.inRow - LIMITS.maxFailedLogins;
    const { loginWaitSeconds, maxLoginWaitSeconds } = LIMITS;
    const seconds = over < 0 ? 0 : Math.min(loginWaitSeconds * 2 ** over, maxLoginWaitSeconds);
    failures.until = model.now + seconds * 1000;
    throw new Refusal("bad_credentials");
  }
  Object.assign(failures, { inRow: 0, until: 0 });
  const expiresAt = Math.floor(model.now / 1000) + LIMITS.tokenSeconds;
  const token = reply.token ?? "none";
  if (model.sessions.some((each) => each.token === token)) {
    throw new Error("a token was given twice");
  }
  model.sessions.push({ token, person, expiresAt, ended: false });
  const user = { id: person.id, username: person.name, role: "user" };
  return { token, user, expires_at: iso(expiresAt * 1000) };
}

export function logout(model: Model, token: string) {
  const session = model.session(token);
  session.ended = true;
  model.endSessions((each) => each === session);
  return {};
}

export function whoami(model: Model, token: string) {
  const { person, expiresAt } = model.session(token);
  const user = { id: person.id, username: person.name, role: "user" };
  return { user, expires_at: iso(expiresAt * 1000) };
}
