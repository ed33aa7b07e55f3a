import type { Dispatcher } from "../dispatch.ts";
import type { Peer } from "../rooms/peer.ts";

/** The connection that the operator's requests come from. It is in no room. */
const OPERATOR: Peer = {
  id: 0,
  address: "127.0.0.1",
  operator: true,
  closed: false,
  trusted: true,
  admit: () => true,
  send: () => {},
};

/**
 * Runs a request as the operator of the server, who gives `-` for an admin's token.
 * @param line without its LF
 * @returns the response, without its LF
 */
export function operate(dispatcher: Dispatcher, line: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const answer = (bytes: Uint8Array) => resolve(new TextDecoder().decode(bytes).replace(/\n$/, ""));
  dispatcher.run(dispatcher.recognize({ text: line }), OPERATOR, answer).catch(reject);
  return promise;
}
