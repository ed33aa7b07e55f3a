import assert from "node:assert/strict";
import { testInWorld } from "./harness.ts";

const DAY = 24 * 60 * 60 * 1_000;

testInWorld(
  "an invitation lets as many register as it says, also where nobody else can",
  async (world) => {
    const operator = world.operator();
    const peer = world.peer();
    assert.equal(await peer.err("reg bob matkhau-123"), "registration_closed");
    const { invitation } = await operator.ok("invite - 2 3");
    const { code, ...rest } = invitation;
    assert.deepEqual(rest, {
      ...{ id: 1, uses: 2, used: 0, by: null },
      expires_at: new Date(world.time + 3 * DAY).toISOString(),
    });
    // What fails uses nothing up.
    assert.equal(await peer.err(`join ${code} bo.b. matkhau-123`), "invalid_username");
    assert.equal(await peer.err(`join ${code} bob ngắn`), "invalid_password");
    assert.deepEqual(await peer.ok(`join ${code} bob matkhau-123`), {
      user: { id: 1, username: "bob", role: "user" },
    });
    assert.equal(await peer.err(`join ${code} BOB matkhau-123`), "username_taken");
    await peer.ok(`join ${code} carol matkhau-123`);
    assert.equal(await peer.err(`join ${code} dave matkhau-123`), "invalid_invitation");
    const { invitations } = await operator.ok("invitations -");
    assert.deepEqual(invitations, [{ ...rest, used: 2 }]);
    await peer.ok("login bob matkhau-123");
  },
  { registration: "invite" },
);

testInWorld("an invitation is no good once it has expired or was revoked", async (world) => {
  const [alice, token] = await world.admin("alice");
  const peer = world.peer();
  const first = (await alice.ok(`invite ${token}`)).invitation;
  assert.deepEqual([first.uses, first.by], [1, "alice"]);
  const second = (await alice.ok(`invite ${token} 5 30`)).invitation;
  const { invitations } = await alice.ok(`invitations ${token}`);
  assert.deepEqual(invitations.map(({ id }: { id: number }) => id), [2, 1]);
  assert(!JSON.stringify(invitations).includes(first.code));
  assert.deepEqual(await alice.ok(`revoke ${token} ${second.id}`), {});
  assert.equal(await alice.err(`revoke ${token} ${second.id}`), "invitation_not_found");
  assert.equal(await alice.err(`revoke ${token} 99`), "invitation_not_found");
  assert.equal(await peer.err(`join ${second.code} bob matkhau-123`), "invalid_invitation");
  assert.equal(await peer.err("join no-code bob matkhau-123"), "invalid_invitation");
  world.time = Date.parse(first.expires_at);
  assert.equal(await peer.err(`join ${first.code} bob matkhau-123`), "invalid_invitation");
  for (const wrong of ["0", "1001", "1 0", "1 366", "x", "1 1 1"]) {
    assert.equal(await world.operator().err(`invite - ${wrong}`), "bad_request", wrong);
  }
});

// Guard (accounts): of people who use the last place of an invitation at once, one gets it.
testInWorld("an invitation's last use is good for one of two who join at once", async (world) => {
  const { code } = (await world.operator().ok("invite -")).invitation;
  const answers = await Promise.all(
    ["bob", "carol"].map((name) => world.peer().request(`join ${code} ${name} matkhau-123`)),
  );
  assert.deepEqual(answers.map((line) => line.split(" ")[0]).sort(), ["err", "ok"]);
}, { registration: "closed" });

// Guard (accounts): the code of an invitation stands neither in the log nor in the database.
testInWorld("the code of an invitation is told once and kept nowhere", async (world) => {
  const { code } = (await world.operator().ok("invite - 2")).invitation;
  await world.peer().ok(`join ${code} bob matkhau-123`);
  await world.peer().request(`join ${code} bob`);
  await world.peer().request(`joni ${code} bob matkhau-123`);
  assert.match(code, /^[a-z2-9]{26}$/);
  assert(!JSON.stringify(world.audit).includes(code));
  const entry = world.audit.find(({ file }) => file === "join")!;
  assert.equal(entry.request, "join *** bob ***");
  assert.match(
    world.audit.find(({ file }) => file === "invite")!.response,
    /"code":"\*\*\*","uses":2/,
  );
});
