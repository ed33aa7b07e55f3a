import type { ActionName, Replies } from "../../lib/protocol/replies.ts";
import { type Argument, idArgument, tokenArgument } from "./request_line.ts";
import { tokenIsGone } from "./token_is_gone.ts";
import type { RequestOptions, Upstream } from "./upstream.ts";

type AskOptions<A extends ActionName> = Omit<RequestOptions<A>, "args">;

export interface TokenRequestsOptions {
  token: string;
  upstream: Upstream;
  /** Called before each request. */
  asked(): void;
  /** Called when the server reports that the token is invalid or has expired. */
  tokenGone(): void;
}

/** Sends requests on behalf of one token. */
export class TokenRequests {
  readonly #options: TokenRequestsOptions;

  constructor(options: TokenRequestsOptions) {
    this.#options = options;
  }

  /**
   * Sends a request with the token as its first argument.
   *
   * @param args called here, so that an invalid argument rejects the promise just as an error of the server does
   */
  async ask<A extends ActionName>(
    action: A,
    args: () => Argument[] = () => [],
    options: AskOptions<A> = {},
  ): Promise<Replies[A]> {
    const { token, upstream, asked, tokenGone } = this.#options;
    asked();
    const all = [tokenArgument(token), ...args()];
    try {
      return await upstream.request(action, { args: all, ...options });
    } catch (error) {
      if (tokenIsGone(error)) tokenGone();
      throw error;
    }
  }

  /** Like `ask`, with the project's id before `args`. */
  about<A extends ActionName>(
    projectId: number,
    action: A,
    args: () => Argument[] = () => [],
    options: AskOptions<A> = {},
  ): Promise<Replies[A]> {
    return this.ask(action, () => [idArgument(projectId, "project_not_found"), ...args()], options);
  }
}
