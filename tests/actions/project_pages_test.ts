import assert from "node:assert/strict";
import type { ProjectSummary } from "../../lib/model/project.ts";
import { room, testInWorld } from "./harness.ts";

const names = (page: { projects: ProjectSummary[] }) => page.projects.map(({ name }) => name);

testInWorld("projects come in pages, latest activity first", async (world) => {
  const { alice: peer, token } = await room(world);
  for (const name of ["A", "B", "C", "D"]) {
    world.time += 1_000;
    await peer.ok(`new_project ${token} ${name}`);
  }
  world.time += 1_000;
  await peer.ok(`chat ${token} 2 hi`);
  const all = await peer.ok(`projects ${token}`);
  assert.deepEqual([names(all), all.more], [["A", "D", "C", "B", "Website"], false]);
  const cases: [rest: string, found: string[], more: boolean][] = [
    ["2", ["A", "D"], true],
    ["2 5", ["C", "B"], true],
    ["2 3", ["Website"], false],
    ["- 3", ["Website"], false],
    ["5", ["A", "D", "C", "B", "Website"], false],
    ["9999", ["A", "D", "C", "B", "Website"], false],
    ["1 1", [], false],
  ];
  for (const [rest, found, more] of cases) {
    const page = await peer.ok(`projects ${token} ${rest}`);
    assert.deepEqual([names(page), page.more], [found, more], rest);
  }
  const bob = await peer.join("dan");
  for (
    const [line, code] of [
      [`projects ${token} 0`, "bad_request"],
      [`projects ${token} x`, "bad_request"],
      [`projects ${token} 1 2 3`, "bad_request"],
      [`projects ${token} 1 99`, "project_not_found"],
      [`projects ${bob} 1 1`, "not_a_member"],
    ]
  ) assert.equal(await peer.err(line), code, line);
});

// Guard (accounts): a list has at most 200 projects, whatever others make somebody a member of
testInWorld("a page has at most 200 projects, and whoever watches hears of all", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  for (let i = 2; i <= 202; i++) {
    await alice.ok(`new_project ${token} p${i}`);
    await alice.ok(`add_group ${token} ${i} bob`);
  }
  const first = await bob.ok(`watch ${bobToken}`);
  assert.deepEqual([first.projects.length, first.more], [200, true]);
  const rest = await bob.ok(`projects ${bobToken} 200 ${first.projects.at(-1).id}`);
  assert.deepEqual([names(rest), rest.more], [["p2", "Website"], false]);
  bob.events();
  world.time += 1_000;
  const { message } = await alice.ok(`chat ${token} 1 hi`);
  assert.deepEqual(bob.told(), [["unread", { project_id: 1, unread: 1, message }]]);
  assert.equal(names(await bob.ok(`watch ${bobToken}`))[0], "Website");
});

// Guard (accounts): a list has the beginnings of messages
testInWorld("a list has at most 200 characters of a last message", async (world) => {
  const { bob, token, bobToken } = await room(world);
  const texts: [text: string, listed: string, truncated?: true][] = [
    ["hi", "hi"],
    ["😀".repeat(200), "😀".repeat(200)],
    ["😀".repeat(201), "😀".repeat(200), true],
    ["x".repeat(16_000), "x".repeat(200), true],
  ];
  for (const [text, listed, truncated] of texts) {
    const { message } = await bob.ok(`chat ${bobToken} 1 ${text}`);
    const expected = { ...message, message: listed, ...truncated && { truncated } };
    for (const action of ["projects", "watch"]) {
      const { projects: [{ last_message }] } = await bob.ok(`${action} ${token}`);
      assert.deepEqual(last_message, expected);
    }
    assert.deepEqual((await bob.ok(`history ${token} 1 1`)).messages, [message]);
  }
  await bob.ok(`delete ${bobToken} 5`);
  const { projects: [{ last_message }] } = await bob.ok(`projects ${token}`);
  assert.deepEqual([last_message.message, last_message.truncated], ["", undefined]);
});

// Guard (accounts): an account makes a limited number of projects
testInWorld("an account makes at most --max-projects, whoever owns them since", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`@two new_project ${token} Two`);
  await alice.ok(`transfer ${token} 1 bob`);
  const refusal = await alice.request(`new_project ${token} Three`);
  assert.match(refusal, /^err new_project too_many_projects .* 2 /);
  assert.equal((await alice.ok(`@two new_project ${token} Two`)).duplicate, true);
  await bob.ok(`new_project ${bobToken} Own`);
  await bob.ok(`new_project ${bobToken} Other`);
  assert.equal(await bob.err(`new_project ${bobToken} Third`), "too_many_projects");
}, { "max-projects": 2 });

// Guard (rooms): a repeated tag tells nothing to who was removed since
testInWorld("a tag of new_project tells a former member nothing", async (world) => {
  const { alice, bob, token, bobToken } = await room(world);
  await alice.ok(`@made new_project ${token} Plan`);
  await alice.ok(`add_group ${token} 2 bob`);
  await alice.ok(`transfer ${token} 2 bob`);
  await bob.ok(`kick ${bobToken} 2 alice`);
  await bob.ok(`rename_project ${bobToken} 2 Secret`);
  const refusal = await alice.request(`@made new_project ${token} Plan`);
  assert.match(refusal, /^@made err new_project not_a_member /);
  assert(!refusal.includes("Secret"));
});
