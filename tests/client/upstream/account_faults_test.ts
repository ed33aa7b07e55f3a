import assert from "node:assert/strict";
import { accountFaults } from "../../../client/upstream/account_faults.ts";

Deno.test("accountFaults finds every fault, by the limits that the server told", () => {
  const cases: [string, string, Record<string, unknown>, string[]][] = [
    ["alice", "matkhau-123", {}, []],
    ["al ice", "matkhau-123", {}, ["username"]],
    [".alice", "short", {}, ["username", "password"]],
    ["", "", {}, ["username", "password"]],
    ["a".repeat(33), "        ", {}, ["username", "password"]],
    ["alice", "mat\nkhau-123", {}, ["password"]],
    ["alice", "ế".repeat(24), {}, []],
    ["alice", "ế".repeat(25), {}, ["password"]],
    ["alice", "ế".repeat(24).normalize("NFD"), {}, []],
    ["alice", "mậtkhẩu".normalize("NFD"), {}, ["password"]],
    ["an.", "mật-khẩu".normalize("NFD"), {}, ["username"]],
    ["an_", "mật-khẩu", {}, ["username"]],
    ["an.n-h_1", "mật-khẩu", {}, []],
    ["-an", "mật-khẩu", {}, ["username"]],
    ["a".repeat(33), "short", { max_username: 40, min_password: 5 }, []],
    ["alice", "matkhau-123", { max_username: 4, max_password: 10 }, ["username", "password"]],
    ["al ice", "short", { max_username: "40", min_password: null }, ["username", "password"]],
  ];
  for (const [username, password, told, fields] of cases) {
    const faults = accountFaults(username, password, told);
    assert.deepEqual(Object.keys(faults), fields, `${username} ${password}`);
    for (const [field, error] of Object.entries(faults)) {
      assert.equal(error.code, `invalid_${field}`);
    }
  }
});
