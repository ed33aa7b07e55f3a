import { startTestServer } from "../server_fixture.ts";
import { talkGivenActions } from "./given_actions.ts";

Deno.test("the given six actions answer as written when two people use plain sockets", async () => {
  const server = await startTestServer();
  try {
    await talkGivenActions(server.port);
  } finally {
    await server.close();
  }
});
