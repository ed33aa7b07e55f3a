/** A connection opened by a client: the part of `Deno.Conn` that the server uses. */
export interface ServerConn {
  readonly remoteAddr: Deno.NetAddr;
  read(buffer: Uint8Array): Promise<number | null>;
  write(bytes: Uint8Array): Promise<number>;
  closeWrite(): Promise<void>;
  close(): void;
}
