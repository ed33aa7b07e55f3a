import type { ServerOptions } from "../../lib/server/options/server_options.ts";
import { LineClient } from "../line_client.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";

/** Runs a test against a real server, and closes it and every client at the end. */
export async function withServer(
  test: (world: { server: TestServer; connect: () => Promise<LineClient> }) => Promise<void>,
  options: Partial<ServerOptions> = {},
  setup: Parameters<typeof startTestServer>[1] = {},
): Promise<void> {
  const server = await startTestServer(options, setup);
  const clients: LineClient[] = [];
  try {
    await test({
      server,
      async connect() {
        const client = await LineClient.connect(server.port);
        clients.push(client);
        return client;
      },
    });
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    await server.close();
  }
}
