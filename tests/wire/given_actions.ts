import assert from "node:assert/strict";
import { LineClient } from "../line_client.ts";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Two users use the six given actions on a new server through plain sockets. */
export async function talkGivenActions(port: number): Promise<void> {
  const alice = await LineClient.connect(port);
  const bob = await LineClient.connect(port);
  try {
    assert.equal(
      await alice.request("reg alice matkhau-123"),
      'ok reg {"user":{"id":1,"username":"alice","role":"user"}}',
    );
    assert.equal(
      await bob.request("REG Bob mật khẩu của Bob"),
      'ok reg {"user":{"id":2,"username":"Bob","role":"user"}}',
    );
    const login = await alice.ok("login ALICE matkhau-123");
    assert.deepEqual(Object.keys(login), ["token", "user", "expires_at"]);
    assert.deepEqual(login.user, { id: 1, username: "alice", role: "user" });
    assert.match(login.expires_at, TIME);
    const { token } = login;
    const bobToken = (await bob.ok("login bob   mật khẩu của Bob ")).token;

    const { project } = await alice.ok(`new_project ${token} Trang web  công ty `);
    assert.match(project.created_at, TIME);
    assert.deepEqual({ ...project, created_at: "" }, {
      id: 1,
      name: "Trang web  công ty",
      owner: "alice",
      created_at: "",
    });
    assert.equal(
      await alice.request(`add_group ${token} 1 [bob, alice]`),
      'ok add_group {"project_id":1,"added":["Bob"],"already":["alice"]}',
    );

    await alice.ok(`enter ${token} 1`);
    const { message } = await bob.ok(`chat ${bobToken} 1 chào \\n cả nhà `);
    assert.match(message.timestamp, TIME);
    assert.deepEqual({ ...message, timestamp: "" }, {
      // The first line of the log tells that Bob was added.
      id: 2,
      project_id: 1,
      user: "Bob",
      message: "chào \n cả nhà",
      timestamp: "",
    });
    assert.deepEqual(await alice.event(), ["chat", message]);

    assert.equal(await alice.request(`logout ${token}`), "ok logout {}");
    assert.equal(await bob.err(`projects ${token}`), "invalid_token");
  } finally {
    await alice.close();
    await bob.close();
  }
}
