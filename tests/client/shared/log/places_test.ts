import assert from "node:assert/strict";
import { fromSearch, messagePlace, searchPlace } from "../../../../client/shared/log/places.ts";
import { type SearchOrigin, searchOrigin } from "../../../../client/shared/search_query.ts";

Deno.test("the place of a message leads back to the search that found it", () => {
  const cases: [SearchOrigin | null, string, string][] = [
    [null, "/projects/5?at=17#message-17", "/projects/5/search?q=&at=17#result-17"],
    [
      { query: "hóa & đơn", everywhere: false },
      "/projects/5?at=17&q=h%C3%B3a+%26+%C4%91%C6%A1n#message-17",
      "/projects/5/search?q=h%C3%B3a+%26+%C4%91%C6%A1n&at=17#result-17",
    ],
    [
      { query: "a#", everywhere: true },
      "/projects/5?at=17&all=a%23#message-17",
      "/search?q=a%23&at=17#result-17",
    ],
  ];
  for (const [search, message, results] of cases) {
    assert.equal(messagePlace(5, 17, search), message);
    assert.equal(searchPlace(search?.everywhere ? null : 5, search?.query ?? "", 17), results);
    const { searchParams } = new URL(message, "http://a");
    assert.deepEqual(searchOrigin(searchParams), search);
  }
  assert.equal(searchPlace(5, "#?a"), "/projects/5/search?q=%23%3Fa");
  const search = { query: "a b", everywhere: false };
  assert.equal(fromSearch("/projects/5", search), "/projects/5?q=a+b");
  assert.equal(fromSearch("/projects/5?before=3", search), "/projects/5?before=3&q=a+b");
  assert.equal(fromSearch("/projects/5?before=3", null), "/projects/5?before=3");
});
