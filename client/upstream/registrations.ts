import { ChungError, type ErrorCode } from "../../lib/errors.ts";

/** Forms that are remembered: more than are open in browsers at once. */
const MOST = 1_000;

/** Refusals after which the account may exist all the same. */
const UNKNOWN: readonly ErrorCode[] = ["internal", "unavailable"];

/** Tells a form that was posted twice from the registration of an account that existed before. */
export class Registrations {
  /** Whether the account may be a form's own, by the form's key. */
  readonly #made = new Map<string, Promise<boolean>>();

  /**
   * Registers by `ask`. A taken name is no error where this form's own account has it.
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
      if (error instanceof ChungError && error.code === "username_taken" && await before) {
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
