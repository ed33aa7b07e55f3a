import assert from "node:assert/strict";
import fc from "fast-check";
import type { Store } from "../../lib/store/store.ts";
import {
  addMessage,
  addProject,
  addUser,
  findMessages,
  START,
  testEachDatabase,
  testEachStore,
  WHOLE,
} from "./each_store.ts";

const PAGE = { limit: 100, bytes: 1024 * 1024 };

async function texts(store: Store, projectId: number, query: string): Promise<string[]> {
  return (await findMessages(store, projectId, query, PAGE)).map(({ message }) => message);
}

/** Creates a room with these messages, and another room that has them too. */
async function room(store: Store, messages: string[]) {
  const userId = await addUser(store, "alice");
  const projectId = await addProject(store, userId);
  const other = await addProject(store, userId);
  await Promise.all(
    messages.flatMap((text) => [other, projectId].map((id) => addMessage(store, id, userId, text))),
  );
  return { userId, projectId, other };
}

const DECOMPOSED = "hóa đơn".normalize("NFD");

/** Each case: messages, oldest first; the query; the results, best first. */
const CASES: [name: string, said: string[], query: string, found: string[]][] = [
  ["accents", ["hoa don", "hóa đơn", "hoá đơn"], "hoa don", ["hoa don", "hoá đơn", "hóa đơn"]],
  ["exact first", ["hóa đơn", "hoa don", "hoá đơn"], "hóa đơn", ["hoá đơn", "hóa đơn", "hoa don"]],
  [
    "the newer spelling of tones",
    ["khỏe", "khoẻ", "thúy", "thuý", "quý", "hoàn", "hòan"],
    "khỏe",
    ["khoẻ", "khỏe"],
  ],
  ["the older spelling of tones", ["thuy", "thúy", "thuý", "quý"], "thuý", [
    "thuý",
    "thúy",
    "thuy",
  ]],
  ["case", ["Hoá Đơn", "HÓA ĐƠN", "khác"], "hóa đơn", ["HÓA ĐƠN", "Hoá Đơn"]],
  ["case of the query", ["hóa đơn"], "HÓA ĐƠN", ["hóa đơn"]],
  ["decomposed text", [DECOMPOSED, "hoa don"], "hóa đơn", [DECOMPOSED, "hoa don"]],
  ["decomposed query", ["hóa đơn", "hoa don"], DECOMPOSED, ["hóa đơn", "hoa don"]],
  ["đ", ["đi đâu", "di dau"], "đi", ["đi đâu", "di dau"]],
  ["d finds đ", ["đi đâu", "di dau"], "dau", ["di dau", "đi đâu"]],
  ["Đ", ["ĐÀ NẴNG"], "da nang", ["ĐÀ NẴNG"]],
  ["ư and ơ", ["người Việt Nam"], "nguoi viet", ["người Việt Nam"]],
  ["beginnings behind words", ["hoa", "hoahong", "hồ"], "ho", ["hoahong", "hoa", "hồ"]],
  ["whole words first", ["hoa", "hoahong"], "hoa", ["hoa", "hoahong"]],
  [
    "the four classes",
    ["hóa", "hóang", "hoá", "hoáng", "hoa"],
    "hóa",
    ["hoá", "hóa", "hóang", "hoa", "hoáng"],
  ],
  ["no middle of a word", ["tranghoa"], "hoa", []],
  ["a byte-order mark in a word", ["hóa\ufeffđơn", "hóa đơn"], "hóa\ufeffđơn", ["hóa\ufeffđơn"]],
  ["every word", ["một hai ba", "một hai", "ba"], "ba mot", ["một hai ba"]],
  ["the literal text first", ["C++ 17", "c", "lớp c", "C#", "c++"], "C++", [
    "c++",
    "C++ 17",
    "C#",
    "lớp c",
    "c",
  ]],
  ["another literal text first", ["a .env b", "env", "env."], ".env", ["a .env b", "env.", "env"]],
  ["the literal beginning of a word first", ["a-bc", "a bc"], "a-b", ["a-bc", "a bc"]],
  ["literal text within more words", ["lỗi ở C++", "C++ lỗi c", "c lỗi"], "lỗi C++", [
    "C++ lỗi c",
    "lỗi ở C++",
    "c lỗi",
  ]],
  ["a literal phrase first", ["a.b", "a b"], '"a.b"', ["a.b", "a b"]],
  ["a literal date first", ["30/10", "10 tháng 30, 30 10"], "30/10", [
    "30/10",
    "10 tháng 30, 30 10",
  ]],
  ["literal text of a decomposed query", ["mã-1", "mã 1"], "mã-1".normalize("NFD"), [
    "mã-1",
    "mã 1",
  ]],
  ["adjacent words first", ["hóa đơn", "đơn hóa", "hoa don"], "hóa đơn", [
    "hóa đơn",
    "đơn hóa",
    "hoa don",
  ]],
  ["adjacent beginnings first", ["hóa đơn", "đơ hóa"], "hóa đơ", ["hóa đơn", "đơ hóa"]],
  ["newest first", ["a 1", "a 2", "a 3"], "a", ["a 3", "a 2", "a 1"]],
  ["phrase", ["gửi hóa đơn đi", "đơn hóa", "hóa gửi đơn"], '"hóa đơn"', ["gửi hóa đơn đi"]],
  ["phrase without accents", ["gửi hóa đơn đi", "don hoa"], '"hoa don"', ["gửi hóa đơn đi"]],
  ["phrase and word", ["a b c", "a b", "b a c"], '"a b" c', ["a b c"]],
  ["no beginning in quotes", ["hoahong", "hoa"], '"hoa"', ["hoa"]],
  ["unclosed quote", ["hóa đơn", "đơn hóa"], '"hoa don', ["hóa đơn"]],
  ["quotes of a phone", ["hóa đơn", "đơn hóa"], "“hoa don”", ["hóa đơn"]],
  ["quote within", ["a b"], 'a"b', ["a b"]],
  ["empty quotes", ["a b"], '"" a ""', ["a b"]],
  ["word of several", ["chung-server", "server chung", "chung server"], "chung-server", [
    "chung-server",
    "chung server",
  ]],
  ["its beginning", ["chung-server", "server chung"], "chung-ser", ["chung-server"]],
  ["underscore", ["snake_case", "case snake"], "snake_case", ["snake_case"]],
  ["AND", ["a b", "a and b"], "a AND b", ["a and b"]],
  ["OR", ["a", "b", "a or b"], "a OR b", ["a or b"]],
  ["NOT", ["a", "a not b"], "a NOT b", ["a not b"]],
  ["NEAR", ["a b", "near a b"], "NEAR(a b)", ["near a b"]],
  ["column filter", ["a", "exact a"], "exact:a", ["exact a"]],
  ["column set", ["a", "exact folded a"], "{exact folded}:a", ["exact folded a"]],
  ["first token", ["a b"], "^b", ["a b"]],
  ["star", ["ab"], "a*", ["ab"]],
  ["plus and minus", ["a b", "b"], "+a -b", ["a b"]],
  ["SQL", ["a'; DROP TABLE chats"], "'; drop table", ["a'; DROP TABLE chats"]],
  ["punctuation alone", ['?! * " ( ) ^ : - +'], '?! * ^ : ( ) - + "', []],
  ["nothing", ["a"], "", []],
  ["NUL", ["a b"], "a\0b", ["a b"]],
  ["emoji", ["tốt 👍", "tốt"], "👍", ["tốt 👍"]],
  ["emoji beside a word", ["tốt👍👍", "👍"], "tot 👍", ["tốt👍👍"]],
  ["skin and style of emoji", ["👍🏽 ❤️"], "👍 ❤", ["👍🏽 ❤️"]],
  ["numbers", ["hạn 30/10/2024"], "30/10", ["hạn 30/10/2024"]],
  ["wide letters", ["ＡＢＣ１２"], "abc12", ["ＡＢＣ１２"]],
  ["what stands for several characters", ["mục ⑴"], "(1)", ["mục ⑴"]],
  ["other scripts", ["こんにちは 世界", "Ελλάδα"], "ελλαδα", ["Ελλάδα"]],
  ["soft hyphen", ["hóa\u00AD\u200Bđơn"], "hóađơn", ["hóa\u00AD\u200Bđơn"]],
  ["long word", ["x".repeat(15_999) + "y", "x".repeat(300)], "x".repeat(15_000), [
    "x".repeat(15_999) + "y",
  ]],
];

for (const [name, said, query, found] of CASES) {
  testEachDatabase(`search finds ${name}`, (withEmptyStore) =>
    withEmptyStore(async (store) => {
      const { projectId } = await room(store, said);
      assert.deepEqual(await texts(store, projectId, query), found);
    }));
}

testEachStore("search finds only what is in its own room", async (store) => {
  const { userId, projectId, other } = await room(store, ["hóa đơn"]);
  // Room ids with a common prefix: 1 and 11.
  for (let i = 0; i < 9; i++) await addProject(store, userId);
  await addMessage(store, 11, userId, "hóa đơn ở phòng 11");
  for (const id of [projectId, other]) assert.deepEqual(await texts(store, id, "hoa"), ["hóa đơn"]);
  assert.deepEqual(await texts(store, 11, "hoa"), ["hóa đơn ở phòng 11"]);
  assert.deepEqual(await texts(store, 99, "hoa"), []);
  // Nor a text that imitates another room's index entry.
  await addMessage(store, other, userId, "1_hoa 1 hoa");
  assert.deepEqual(await texts(store, projectId, "hoa"), ["hóa đơn"]);
});

testEachStore("search follows edits and deletions, indexed already or not", async (store) => {
  const { userId, projectId } = await room(store, []);
  const change = async (indexed: boolean) => {
    const edited = await addMessage(store, projectId, userId, "trước khi sửa");
    const deleted = await addMessage(store, projectId, userId, "trước khi xóa");
    if (indexed) assert.equal((await texts(store, projectId, "truoc khi")).length, 2);
    await Promise.all([
      store.write("editMessage", { messageId: edited.id, userId, text: "sau này", at: START })
        .promise(),
      store.write("deleteMessage", { messageId: deleted.id, userId, at: START }).promise(),
    ]);
    assert.deepEqual(await texts(store, projectId, "truoc"), []);
    const [found] = await findMessages(store, projectId, "sau", PAGE);
    assert.equal(found.message, "sau này");
    assert.equal(found.edited_at, "2026-11-23T08:00:00.000Z");
    await store.write("deleteMessage", { messageId: edited.id, userId, at: START }).promise();
    assert.deepEqual(await texts(store, projectId, "sau"), []);
  };
  await change(false);
  await change(true);
});

testEachStore(
  "search gives at most as many messages, and as much text, as the page takes",
  async (store) => {
    const said = Array.from({ length: 150 }, (_, i) => `hóa ${i}`);
    const { projectId } = await room(store, [...said, "hoa cũ", "hoa mới"]);
    const newest = said.toReversed();
    const find = async (query: string, limit: number, bytes = WHOLE.bytes) =>
      (await findMessages(store, projectId, query, { limit, bytes })).map(({ message }) => message);
    assert.deepEqual(await find("hóa", 100), newest.slice(0, 100));
    assert.deepEqual(await find("hoa", 100), ["hoa mới", "hoa cũ", ...newest.slice(0, 98)]);
    assert.deepEqual(await find("hóa", 1_000), [...newest, "hoa mới", "hoa cũ"]);
    assert.deepEqual(await find("hóa", 100, 25), newest.slice(0, 3));
    assert.deepEqual(await find("hóa", 100, 1), newest.slice(0, 1));
  },
);

testEachStore(
  "search has all that was committed before it, of more than a piece",
  async (store) => {
    const { userId, projectId } = await room(store, []);
    const commits = Array.from(
      { length: 1_700 },
      (_, i) => addMessage(store, projectId, userId, `m${i}`),
    );
    await Promise.all([...commits, addMessage(store, projectId, userId, "y".repeat(100_000))]);
    const queries = ["m0", "m499", "m500", "m1699"];
    const found = await Promise.all([...queries.map((query) => texts(store, projectId, query))]);
    assert.deepEqual(found.map(([first]) => first), queries);
    assert.equal((await texts(store, projectId, "y")).length, 1);
  },
);

testEachStore("search ends with the store, whatever it waits for", async (store) => {
  const { userId, projectId } = await room(store, ["hóa đơn"]);
  const outcome = (search: Promise<unknown[]>) =>
    search.then((found) => `${found.length} found`, (error) => error.code);
  const outcomes: Promise<string>[] = [];
  const ask = () => outcomes.push(outcome(findMessages(store, projectId, "hoa", PAGE)));
  ask();
  await addMessage(store, projectId, userId, "hóa đơn hai");
  ask();
  ask();
  const closing = store.close();
  ask();
  await closing;
  ask();
  const ended = await Promise.all(outcomes);
  assert.deepEqual(ended.slice(3), ["unavailable", "unavailable"]);
  for (const early of ended.slice(0, 3)) assert.match(early, /^([12] found|unavailable)$/);
});

testEachStore("search counts the first 32 words of a query", async (store) => {
  const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
  const { projectId } = await room(store, [words.slice(0, 32).join(" ")]);
  for (const query of [words.join(" "), words.join("-"), `"${words.join(" ")}"`]) {
    assert.equal((await texts(store, projectId, query)).length, 1, query);
  }
  assert.deepEqual(await texts(store, projectId, words.slice(0, 31).join(" ") + " w39"), []);
});

const OLDER_SPELLING = "óa òa ỏa õa ọa óe òe ỏe õe ọe úy ùy ủy ũy ụy".normalize("NFC").split(" ");
const NEWER_SPELLING = "oá oà oả oã oạ oé oè oẻ oẽ oẹ uý uỳ uỷ uỹ uỵ".normalize("NFC").split(" ");

function inOlderSpelling(word: string): string {
  const found = NEWER_SPELLING.findIndex((end) => word.endsWith(end));
  return found < 0 ? word : word.slice(0, -2) + OLDER_SPELLING[found];
}

/**
 * A reference implementation of search for words of letters and accents: compares each message's words with each
 * term's.
 */
function modelSearch(said: string[], query: string): string[] {
  const words = (text: string) => text.normalize("NFC").toLowerCase().match(/[a-zà-ỹđ]+/g) ?? [];
  const fold = (word: string) =>
    word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");
  const terms = query.split('"').flatMap((part, i) =>
    (i % 2 === 1 ? [part] : part.split(" ")).map((text) => ({
      words: words(text),
      quoted: i % 2 === 1,
    }))
  ).filter((term) => term.words.length > 0);
  if (terms.length === 0) return [];
  const holds = (text: string, beginnings: boolean, form: (word: string) => string) => {
    const has = words(text).map(form);
    return terms.every((term) =>
      has.some((_, start) =>
        term.words.every((word, i) => {
          const found = has[start + i] ?? "";
          const last = i === term.words.length - 1 && !term.quoted;
          return beginnings && last ? found.startsWith(form(word)) : found === form(word);
        })
      )
    );
  };
  const all = terms.flatMap((term) => term.words).map(inOlderSpelling);
  const adjacent = (text: string, beginnings: boolean) => {
    const has = words(text).map(inOlderSpelling);
    return has.some((_, start) =>
      all.every((word, i) => {
        const found = has[start + i] ?? "";
        const last = i === all.length - 1 && !terms.at(-1)!.quoted;
        return beginnings && last ? found.startsWith(word) : found === word;
      })
    );
  };
  const plain = (text: string) => text.normalize("NFC").toLowerCase();
  const written = query.split('"').flatMap((part, i) => i % 2 === 1 ? [part] : part.split(" "))
    .map((part) => plain(part).trim())
    .filter((part) => words(part).length > 0 && /[^a-zà-ỹđ ]/.test(part));
  const classes = [inOlderSpelling, fold].flatMap((form) =>
    [false, true].map((beginnings) =>
      said.filter((text) => holds(text, beginnings, form)).reverse()
    )
  );
  if (terms.length > 1) {
    classes.unshift(
      ...[false, true].map((beginnings) =>
        said.filter((text) => adjacent(text, beginnings)).reverse()
      ),
    );
  }
  // The last two classes are those without accents.
  const literal = written.length === 0 ? [] : classes.slice(0, -2).flat()
    .filter((text) => written.every((part) => plain(text).includes(part)));
  return [...new Set([...literal, ...classes.flat()])].slice(0, PAGE.limit);
}

testEachDatabase(
  "search finds what comparing every word finds, in the same order",
  async (withEmptyStore) => {
    const word = fc.constantFrom(
      ...[
        "hoa",
        "hóa",
        "hoá",
        "HOÀ",
        "ho",
        "hồng",
        "hoahong",
        "đơn",
        "don",
        "ĐƠN",
        "d",
        "đ",
        "a",
        "ấ",
      ],
      ..."hóa đơn ấm".normalize("NFD").split(" "),
    );
    const separator = fc.constantFrom(" ", " ", " ", "-", ", ", ".");
    const phrase = fc.array(fc.tuple(word, separator), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.flat().join(""));
    const query = fc.array(fc.tuple(word, fc.constantFrom(" ", " ", "-", '"', ' "', '" ')), {
      minLength: 1,
      maxLength: 4,
    }).map((parts) => parts.flat().join(""));
    const said = fc.uniqueArray(phrase, { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        said,
        fc.array(query, { minLength: 1, maxLength: 8 }),
        (said, queries) =>
          withEmptyStore(async (store) => {
            const { projectId } = await room(store, said);
            for (const query of queries) {
              assert.deepEqual(
                await texts(store, projectId, query),
                modelSearch(said, query),
                query,
              );
            }
          }),
      ),
      { numRuns: 150 },
    );
  },
);

testEachDatabase(
  "search never fails, whatever the texts and queries",
  (withEmptyStore) =>
    withEmptyStore(async (store) => {
      const { userId, projectId } = await room(store, []);
      const syntax = fc.array(
        fc.constantFrom(
          "AND",
          "OR",
          "NOT",
          "NEAR(",
          "a",
          "*",
          "^",
          ":",
          "(",
          ")",
          '"',
          "-",
          "+",
          "{",
          "}",
          "'",
          "\0",
          ",",
          "exact",
        ),
        { maxLength: 12 },
      ).map((parts) => parts.join(" "));
      const any = fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }),
        // Surrogates on their own too.
        fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        syntax,
        syntax.map((text) => text.replaceAll(" ", "")),
      );
      await fc.assert(
        fc.asyncProperty(any, any, async (said, query) => {
          // No message has one: the protocol refuses control characters.
          const text = said.replaceAll("\0", "");
          await addMessage(store, projectId, userId, text);
          assert.ok(Array.isArray(await findMessages(store, projectId, query, PAGE)));
          const found = await findMessages(store, projectId, text, PAGE);
          // Without quotes and within the words that count, a text finds itself: all its words are there.
          if (/[\p{L}\p{N}]/u.test(text) && !/["“”]/.test(text)) assert.ok(found.length > 0, text);
        }),
        { numRuns: 1_000 },
      );
    }),
);
