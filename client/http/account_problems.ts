import type { AccountProblems } from "../components/account_form.tsx";
import { t } from "../i18n/translate.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { AccountInput } from "./read_account_form.ts";
import type { State } from "./route_state.ts";

type Server = Pick<State, "accounts" | "language">;

/** The sentence for a problem of no field. */
export function formProblems({ code, text }: Problem, { accounts, language }: Server) {
  const named = code === "unreachable"
    ? t(language, "unreachable_at", { server: accounts.server })
    : text;
  return { form: named };
}

/**
 * Adds the faults of a registration that this program can see to those that are known: the server names only the first
 * one. It has the last word, so nothing is added to what it accepts.
 */
export async function withVisibleFaults(
  known: AccountProblems,
  { username, password }: AccountInput,
  { accounts, language }: Server,
): Promise<AccountProblems> {
  const faults = await accounts.faults(username, password);
  const seen = Object.entries(faults).map(([field, error]) => [
    field,
    problemOf(error, language).text,
  ]);
  return { ...Object.fromEntries(seen), ...known };
}

/** Every known fault of a registration that was refused, at its field. */
export async function registrationProblems(
  problem: Problem,
  input: AccountInput,
  state: Server,
): Promise<AccountProblems> {
  switch (problem.code) {
    case "invalid_username":
      return await withVisibleFaults({ username: problem.text }, input, state);
    case "invalid_password":
      return await withVisibleFaults({ password: problem.text }, input, state);
    case "username_taken":
      return { username: problem.text };
    case "invalid_invitation":
      return { code: problem.text };
    default:
      return formProblems(problem, state);
  }
}
