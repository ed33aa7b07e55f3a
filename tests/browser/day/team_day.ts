import type { ChatWindows } from "../../islands/chat_windows.ts";
import type { Member } from "./member.ts";

const MARKUP = "*Xong rồi!* Chạy thử:\n```\nnpm test\n```\n> còn gì nữa không?\n- ảnh\n- màu chữ";

/** A day of three people: they meet, talk, tidy up, lose the server and find it, and part. */
export async function teamDay(windows: ChatWindows, team: Member[]): Promise<void> {
  const [lead, second, third] = team;
  const others = [second, third];
  const all = (act: (person: Member) => Promise<void>) => Promise.all(team.map(act));

  await all((person) => person.register());
  await lead.create("Trang web");
  await lead.add([second.name, third.name]);
  await meet(lead, others);

  await second.write(MARKUP);
  for (const place of ["strong", "pre", "blockquote", "ul li"]) {
    await all((person) => person.until(person.message("npm test").locator(`.text ${place}`)));
  }
  await third.write("Em gửi hoa đơn");
  await third.sees("Em gửi hoa đơn");
  await third.edit("Em gửi hoa đơn", "Em gửi hóa đơn số 17");
  await all((person) => person.sees("Em gửi hóa đơn số 17"));
  await third.write("nhầm phòng rồi");
  await third.sees("nhầm phòng rồi");
  await third.remove("nhầm phòng rồi");
  await all((person) => person.until(person.page.getByText(person.say("deleted_message"))));
  await lead.find("hoa don", "Em gửi hóa đơn số 17");

  await lead.enter("Trang web");
  await lead.rename("Trang web mới");
  await all((person) => person.inRoom("Trang web mới"));

  await windows.stopServer();
  await second.writeInVain("có ai nghe không?");
  await windows.startServer();
  await second.sendAfterAll("có ai nghe không?");
  await all((person) => person.sees("có ai nghe không?"));

  await part(lead, second, third);
}

/** The others find the new project in their lists, and that they are mentioned there. */
async function meet(lead: Member, others: Member[]): Promise<void> {
  const names = others.map(({ name }) => `@${name}`).join(" ");
  await lead.write(`${names} chào cả nhà`);
  await Promise.all(others.map(async (person) => {
    const row = person.row("Trang web");
    for (const key of ["mention_count", "unread_count"] as const) {
      await person.until(row.getByText(person.say(key, { count: 1 })));
    }
    await person.enter("Trang web");
    await person.sees("chào cả nhà");
    await person.read();
    await person.home();
    await person.until(row.locator(".badges"), "detached");
    await person.enter("Trang web");
  }));
}

/** One is taken out, one gets the project and puts it away, and all go home. */
async function part(lead: Member, second: Member, third: Member): Promise<void> {
  const project = "Trang web mới";
  await lead.expel(third.name);
  await third.isExpelled(lead.name);
  await lead.handOn(second.name, project);
  await lead.leave(project);

  await second.until(second.page.getByText(second.say("notice_left", { by: lead.name })));
  await second.archive(project);
  await second.restore(project);
  await second.write("lại viết được rồi");
  await second.sees("lại viết được rồi");

  await Promise.all([lead, second, third].map(async (person) => {
    await person.settings();
    await person.darken();
    await person.switchLanguage();
    await person.logOut();
  }));
}
