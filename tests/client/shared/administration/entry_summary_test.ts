import assert from "node:assert/strict";
import {
  type EntrySummary,
  entrySummary,
  harmlessText,
} from "../../../../client/shared/administration/entry_summary.ts";

Deno.test("an entry is summed up in a line", () => {
  const cases: [
    file: string,
    [request: string, response: string, user?: string],
    Partial<EntrySummary>,
  ][] = [
    ["chat", ["chat *** 1 hi", 'ok chat {"message":{}}', "lan"], { about: "1 hi", user: "lan" }],
    ["chat", ["@a-1 chat *** 9 hi", "@a-1 err chat not_a_member no"], {
      about: "9 hi",
      refusal: "not_a_member",
      user: null,
    }],
    ["login", ["login *** ***", "err login bad_credentials no"], {
      about: "",
      refusal: "bad_credentials",
    }],
    ["reg", ["reg alice ***", "ok reg {}"], { about: "alice", refusal: null }],
    ["event", ["-", 'event chat {"id":1}', "lan"], { about: "chat" }],
    ["connection", ["connect 192.0.2.1:99", "accepted"], {
      about: "connect 192.0.2.1:99 accepted",
    }],
    ["invalid", ["fo ***", "err - unknown_action no"], {
      about: "fo ***",
      refusal: "unknown_action",
    }],
  ];
  for (
    const [file, [MessageRequest, MessageResponse, User = "anonymous user"], expected] of cases
  ) {
    const summary = entrySummary({
      ...{ id: `${file}.0`, file, ActionName: "tên", ActionType: file, User, text: "" },
      ...{ MessageRequest, MessageResponse, Timestamp: "2024-10-30 08:15:30.123 +07:00" },
    });
    assert.deepEqual({ ...summary, ...expected }, summary, MessageRequest);
    assert.deepEqual([summary.time, summary.name, summary.word], ["08:15:30.123", "tên", file]);
  }
  assert.deepEqual(entrySummary({ id: "chat.0", file: "chat", text: "ha" }), {
    ...{ time: "", user: null, name: "", word: "chat", about: "", refusal: null },
  });
});

// Guard (web): what somebody wrote into a file of the log neither reorders nor hides other text on the log's page
Deno.test("a text of the log has no control characters but line breaks and tabs", () => {
  assert.equal(
    harmlessText("a\u202eb\u2066c\u0000d\u001b[31m\u2028e\n\tf"),
    "a\\u202eb\\u2066c\\u0000d\\u001b[31m\\u2028e\n\tf",
  );
});
