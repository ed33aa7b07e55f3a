import type { LineClient } from "../line_client.ts";

/** Days from today; undefined for none. */
type Days = number | undefined;

const TASKS: [title: string, status: "todo" | "doing" | "done", assignee?: string, due?: Days][] = [
  ["Viết trang giới thiệu công ty và đội ngũ", "todo", "minh", -3],
  ["Gọi cho khách hàng về hợp đồng", "todo", "lan", 2],
  ["Dịch trang chủ sang tiếng Anh", "todo", "binh", 9],
  ["Trang liên hệ và bản đồ", "todo"],
  ["Ảnh sản phẩm", "doing", "hoa", 0],
  ["Sửa lỗi thanh toán trên điện thoại", "doing", "minh", 1],
  ["Chọn tên miền", "done", "lan", -7],
  ["Màu và phông chữ", "done", "minh"],
];

const NOTES =
  "Cần có:\\n- *Lịch sử* công ty từ năm 2012\\n- ảnh đội ngũ, hỏi @hoa\\n- số điện thoại mới";

/** Creates the tasks of the project that is shown; the first has notes. */
export async function makeTasks(
  client: LineClient,
  tokens: Record<string, string>,
  projectId: number,
): Promise<void> {
  const token = tokens.lan;
  for (const [at, [title, status, assignee, days]] of TASKS.entries()) {
    const { task } = await client.ok(`new_task ${token} ${projectId} ${title}`);
    if (at === 0) await client.ok(`note_task ${tokens.minh} ${task.id} ${NOTES}`);
    if (assignee !== undefined) await client.ok(`assign ${token} ${task.id} ${assignee}`);
    if (days !== undefined) await client.ok(`due ${token} ${task.id} ${dayAfter(days)}`);
    if (status !== "todo") await client.ok(`set_task ${tokens.hoa} ${task.id} ${status}`);
  }
}

function dayAfter(days: number): string {
  const day = new Date();
  day.setHours(12, 0, 0, 0);
  day.setDate(day.getDate() + days);
  return day.toISOString().slice(0, 10);
}
