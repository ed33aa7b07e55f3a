import assert from "node:assert/strict";
import { planImport } from "../../../../../client/pages/import/reading/plan_import.ts";
import { readTable, type Table } from "../../../../../client/pages/import/reading/read_table.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(bytes(text), "Windows-1258");

function table(file: Uint8Array | string): Table {
  const found = typeof file === "string" ? read(file) : readTable(file, "Windows-1258");
  assert(!("problem" in found), JSON.stringify(found));
  return found;
}

const utf16 = (text: string, little: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
};

Deno.test("the columns of other programs and of plain tables are known", () => {
  const trello =
    "Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,Attachment Count,Attachment Links,Checklist Item Total Count,Checklist Item Completed Count,Vote Count,Comment Count,Last Activity Date,List ID,List Name,Board ID,Board Name,Archived,Start Date,Due Complete";
  const cases: [head: string, taken: Record<string, string>][] = [
    [trello, {
      ...{
        title: "Card Name",
        notes: "Card Description",
        status: "List Name",
        assignee: "Members",
      },
      ...{ due: "Due Date", done: "Due Complete", archived: "Archived" },
    }],
    // The names in Vikunja's JSON and in Planka's.
    ["id,title,description,done,due_date,priority,bucket,assignees,labels", {
      ...{ title: "title", notes: "description", done: "done", due: "due_date" },
      ...{ status: "bucket", assignee: "assignees" },
    }],
    ["id,name,description,dueDate,isDueDateCompleted,listName,members", {
      ...{ title: "name", notes: "description", due: "dueDate", done: "isDueDateCompleted" },
      ...{ status: "listName", assignee: "members" },
    }],
    ["Tên công việc;Trạng thái;Người phụ trách;Hạn chót;Ghi chú", {
      ...{ title: "Tên công việc", status: "Trạng thái", assignee: "Người phụ trách" },
      ...{ due: "Hạn chót", notes: "Ghi chú" },
    }],
    ["TASK\tDEADLINE\tOwner", { title: "TASK", due: "DEADLINE", assignee: "Owner" }],
    ["ID,Title,Status,Assignee,Due,Notes,Created by,Created (UTC),Updated (UTC)", {
      ...{ title: "Title", status: "Status", assignee: "Assignee", due: "Due", notes: "Notes" },
    }],
    // Of several the likeliest, wherever it is.
    ["Name,Title", { title: "Title" }],
  ];
  for (const [line, expected] of cases) {
    const { head, taken } = table(`${line}\n${"x,".repeat(30)}\n`);
    const named = Object.fromEntries(Object.entries(taken).map(([field, at]) => [field, head[at]]));
    assert.deepEqual(named, expected, line);
  }
});

Deno.test("encodings and separators are found, and said", () => {
  const text = "Tiêu đề;Ghi chú\r\nHoá đơn, tháng 12;ạ ữ đ ₫\r\n";
  const expected = [{ line: 2, title: "Hoá đơn, tháng 12", notes: "ạ ữ đ ₫" }];
  const cases: [Uint8Array, string][] = [
    [bytes(text), "UTF-8"],
    [bytes(`\ufeff${text}`), "UTF-8"],
    [utf16(`\ufeff${text}`, true), "UTF-16"],
    [utf16(`\ufeff${text}`, false), "UTF-16"],
  ];
  for (const [file, encoding] of cases) {
    const found = table(file);
    assert.deepEqual([found.encoding, found.separator, found.rows], [encoding, ";", expected]);
  }
  // "Việc" and "Mở" in Windows-1258: ê and a dot below, ơ and a hook above.
  const older = Uint8Array.from(
    [...bytes("Title\nVi"), 0xea, 0xf2, ...bytes("c M"), 0xf5, 0xd2, 0x0a],
  );
  const found = table(older);
  assert.deepEqual([found.encoding, found.rows[0].title], ["Windows-1258", "Việc Mở"]);
  const western = readTable(Uint8Array.from([...bytes("Title\ncaf"), 0xe9, 0x0a]), "Windows-1252");
  assert("rows" in western && western.rows[0].title === "café");

  assert.equal(table("sep=;\r\nTitle;Notes\r\na,b;c").rows[0].title, "a,b");
  assert.equal(table("Title\tNotes, long\na\tb").separator, "\t");
  assert.equal(table("Title\nonly, one").rows[0].title, "only");
});

Deno.test("a file that gives no tasks says why", () => {
  const cases: [Uint8Array | string, unknown][] = [
    ["", { problem: "no_rows" }],
    ["Title\n \n", { problem: "no_rows" }],
    ["PK\u0003\u0004\0\0", { problem: "no_csv" }],
    [utf16("Title\nx", true), { problem: "no_csv" }],
    ["a,b\n1,2", { problem: "no_title", head: ["a", "b"] }],
    ['Title\na\n"b', { problem: "open_quote", line: 3 }],
    [`Title\n${"x\n".repeat(5_001)}`, { problem: "too_many" }],
  ];
  for (const [file, problem] of cases) {
    const found = typeof file === "string" ? read(file) : readTable(file, "Windows-1258");
    assert.deepEqual(found, problem);
  }
  assert.equal(table(`Title\n${"x\n".repeat(5_000)}`).rows.length, 5_000);
});

Deno.test("a file that is made to take long takes little time", () => {
  const count = 4 * 1024 * 1024;
  const cases: string[] = [
    `Title${",".repeat(count)}\nx`,
    `Title,${"aB".repeat(count / 2)}\nx`,
    `Title,Due\nx,2026-12-01T${"T".repeat(count)}`,
    `Title,Members\nx,"${"a,".repeat(count / 2)}"`,
    `Title\n${"\n".repeat(count)}x`,
    `Title\n"${'""'.repeat(count / 2)}"`,
    `Title\n${"'".repeat(count)}=`,
  ];
  for (const text of cases) {
    const began = performance.now();
    const { rows } = table(text);
    planImport({ rows }, ["alice"], {
      ...{ order: "day_first", shorten: true, archived: false, statuses: new Map() },
    });
    const took = performance.now() - began;
    // What grows with the square of the size would take hours.
    assert(took < 10_000, `${Math.round(took)} ms for ${text.slice(0, 30)}`);
  }
});
