/** A connection that a client has opened: what the server uses of Deno.Conn. */
export interface ServerConn {
  readonly remoteAddr: Deno.NetAddr;
  read(buffer: Uint8Array): Promise<number | null>;
  write(bytes: Uint8Array): Promise<number>;
  closeWrite(): Promise<void>;
  close(): void;
}
