import { folded } from "./folded.ts";

/** A part of a row that is taken. */
export type TakenField = "title" | "notes" | "status" | "done" | "assignee" | "due" | "archived";

/**
 * The names of columns, the likeliest first, as `folded` has them: Trello's export has "Card Name", "List Name", "Due
 * Date", "Due Complete", "Members", "Card Description" and "Archived". Vikunja and Planka export JSON, of which scripts
 * and spreadsheets make CSV with the names that are in it: `title`, `bucket`, `done`, `due_date`, `assignees`; `name`,
 * `listName`, `dueDate`, `isDueDateCompleted`. Others are those of plain tables in English and Vietnamese.
 */
const NAMES: Record<TakenField, readonly string[]> = {
  title: [
    ...["title", "card name", "task name", "card title", "task title", "name", "task", "summary"],
    ...[
      "subject",
      "content",
      "ten cong viec",
      "cong viec",
      "tieu de",
      "ten viec",
      "viec",
      "ten the",
    ],
    ...["ten", "dau viec", "noi dung cong viec"],
  ],
  notes: [
    ...["notes", "card description", "description", "desc", "note", "details", "ghi chu", "mo ta"],
    ...["chi tiet", "dien giai", "noi dung"],
  ],
  status: [
    ...["status", "list name", "list", "column", "bucket", "bucket name", "section", "column name"],
    ...["section column", "state", "stage", "trang thai", "tinh trang", "cot", "danh sach"],
  ],
  done: [
    ...["done", "due complete", "is due date completed", "is due completed", "is completed"],
    ...["completed", "complete", "finished", "hoan thanh", "da xong", "xong"],
  ],
  assignee: [
    ...["assignee", "assignees", "members", "member", "assigned to", "assigned", "owner", "users"],
    ...["nguoi lam", "nguoi phu trach", "nguoi thuc hien", "giao cho", "phu trach", "thanh vien"],
  ],
  due: [
    ...[
      "due",
      "due date",
      "deadline",
      "due on",
      "due at",
      "end date",
      "han",
      "han chot",
      "thoi han",
    ],
    ...["ngay den han", "ngay het han", "han hoan thanh"],
  ],
  archived: ["archived", "is archived", "card archived", "luu tru", "da luu tru"],
};

/** The place of the column that each field is taken from. */
export type TakenColumns = Partial<Record<TakenField, number>>;

/** Finds the columns of a head: of several with names for one field the likeliest. */
export function takenColumns(head: readonly string[]): TakenColumns {
  const names = head.map(folded);
  const taken: TakenColumns = {};
  for (const [field, known] of Object.entries(NAMES) as [TakenField, readonly string[]][]) {
    const name = known.find((name) => names.includes(name));
    if (name !== undefined) taken[field] = names.indexOf(name);
  }
  return taken;
}
