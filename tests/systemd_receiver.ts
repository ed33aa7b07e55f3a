// Prints each message that a service sends to systemd; needs --unstable-net.
//   deno run -A --unstable-net tests/systemd_receiver.ts SOCKET
// deno-lint-ignore-file no-console
const socket = Deno.listenDatagram({ transport: "unixpacket", path: Deno.args[0] });
console.log("ready");
for await (const [message] of socket) console.log(new TextDecoder().decode(message));
