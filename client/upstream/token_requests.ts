import type { ErrorCode } from "../../lib/errors.ts";
import { type Argument, idArgument, requestLine, tokenArgument } from "./request_line.ts";
import { tokenIsGone } from "./token_is_gone.ts";
import type { RequestOptions, Upstream } from "./upstream.ts";

/** `tooLong`: the error for a request that no server would read. */
export interface AskOptions extends Omit<RequestOptions, "action"> {
  tooLong?: ErrorCode;
}

export interface TokenRequestsOptions {
  token: string;
  upstream: Upstream;
  /** Called before each request. */
  asked(): void;
  /** The server said that the token is no longer good. */
  tokenGone(): void;
}

/** The requests of one token. */
export class TokenRequests {
  readonly #options: TokenRequestsOptions;

  constructor(options: TokenRequestsOptions) {
    this.#options = options;
  }

  /** @param args made here, so that what can't be said fails as what the server refuses */
  async ask<Body>(
    action: string,
    args: () => Argument[] = () => [],
    { tooLong, ...options }: AskOptions = {},
  ): Promise<Body> {
    const { token, upstream, asked, tokenGone } = this.#options;
    asked();
    const all = [tokenArgument(token), ...args()];
    const line = requestLine(action, all, options.tag ?? null, tooLong);
    try {
      return await upstream.request<Body>(line, { action, ...options });
    } catch (error) {
      if (tokenIsGone(error)) tokenGone();
      throw error;
    }
  }

  /** As `ask`, with the project's number as the first argument. */
  about<Body>(
    projectId: number,
    action: string,
    args: () => Argument[] = () => [],
    options: AskOptions = {},
  ): Promise<Body> {
    return this.ask(action, () => [idArgument(projectId, "project_not_found"), ...args()], options);
  }
}
