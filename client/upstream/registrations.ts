import { ChungError, type ErrorCode } from "../../lib/errors.ts";

/** Forms that are remembered: more than are open in browsers at once. */
const MOST = 1_000;

/** Refusals after which the account may exist all the same. */
const UNKNOWN: readonly ErrorCode[] = ["internal", "unavailable"];

/** Refusals that follow from the account's being there. */
const TAKEN: readonly ErrorCode[] = ["username_taken", "invalid_invitation"];

/** Tells a form that was posted twice from the registration of an account that existed before. */
export class Registrations {
  /** Whether the account may be a form's own, by the form's key. */
  readonly #made = new Map<string, Promise<boolean>>();

  /**
   * Registers by `ask`. A taken name, or an invitation that was used up, is no error where it was by this form's own
   * account.
   * @param form identifies the form and what was typed into it
   * @param sent whether `ask` got as far as sending
   */
  async register<Reply>(
    form: string,
    ask: () => Promise<Reply>,
    sent: () => boolean,
  ): Promise<Reply | null> {
    const before = this.#made.get(form) ?? Promise.resolve(false);
    const asked = ask();
    const made = asked.then(() => true, (error) => isUnknown(error, sent()));
    this.#remember(form, Promise.all([before, made]).then((any) => any.includes(true)));
    try {
      return await asked;
    } catch (error) {
      if (error instanceof ChungError && TAKEN.includes(error.code) && await before) {
        return null;
      }
      throw error;
    }
  }

  #remember(form: string, made: Promise<boolean>): void {
    this.#made.delete(form);
    this.#made.set(form, made);
    if (this.#made.size > MOST) this.#made.delete(this.#made.keys().next().value!);
  }
}

function isUnknown(error: unknown, sent: boolean): boolean {
  return error instanceof ChungError ? UNKNOWN.includes(error.code) : sent;
}
