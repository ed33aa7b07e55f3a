import type { Locator } from "playwright-core";
import { Talker } from "./talker.ts";

/** Somebody who belongs to projects, and may own them. */
export class Member extends Talker {
  /** Opens the members' panel where it is closed. */
  protected async showMembers(): Promise<void> {
    const panel = this.page.locator(".members");
    if (await panel.isVisible()) return;
    await this.hands.press(this.button("members"));
    await this.until(panel);
    await this.stayed();
  }

  member(name: string): Locator {
    return this.page.locator(".member-list li").filter({ hasText: name });
  }

  /** Adds members, and is back in the room. */
  async add(names: string[]): Promise<void> {
    await this.showMembers();
    await this.submit(this.field("add_members"), names.join(", "), this.button("add"));
    for (const name of names) await this.until(this.member(name));
    await this.stayed();
    await this.hideMembers();
  }

  /** Closes the members' panel where it is over the room. */
  protected async hideMembers(): Promise<void> {
    const over = this.page.locator(".members.open");
    if (!await over.isVisible()) return;
    await this.hands.press(this.button("members_close"));
    await over.waitFor({ state: "hidden" });
    await this.stayed();
  }

  /** Takes a member out of the project. */
  async expel(user: string): Promise<void> {
    await this.showMembers();
    const line = this.member(user);
    await this.hands.press(line.locator("summary"));
    await this.hands.press(this.link("remove_member", { user }, line));
    await this.hands.press(this.button("remove_member_now", { user }));
    await this.until(line, "detached");
    await this.stayed();
    await this.hideMembers();
    await this.backToRoom();
  }

  /** Goes to the room from its page of people, where one is after a change of them without script. */
  async backToRoom(): Promise<void> {
    if (!this.page.url().includes("/people")) return;
    await this.hands.press(this.link("back_to_project"));
    await this.page.locator(".composer").waitFor();
  }

  async isExpelled(by: string): Promise<void> {
    await this.until(this.page.getByText(this.say("room_ended_removed", { by })));
  }

  /** Opens the settings of the room's project. */
  async projectSettings(): Promise<void> {
    await this.showMembers();
    await this.hands.press(this.link("project_settings"));
    await this.page.waitForURL("**/settings");
  }

  async rename(project: string): Promise<void> {
    await this.projectSettings();
    await this.submit(this.field("project_name"), project, this.button("save"));
    await this.until(this.page.locator("main").getByText(project));
    await this.hands.press(this.link("back_to_project"));
    await this.inRoom(project);
  }

  async handOn(user: string, project: string): Promise<void> {
    await this.projectSettings();
    await this.hands.choose(this.field("hand_on_to"), user);
    await this.hands.press(this.button("hand_on"));
    await this.page.waitForURL("**/owner?**");
    await this.hands.press(this.button("make_owner", { user }));
    await this.page.waitForURL(({ pathname }) => pathname.endsWith("/people"));
    await this.backToRoom();
    await this.inRoom(project);
  }

  async leave(project: string): Promise<void> {
    await this.projectSettings();
    await this.hands.press(this.link("leave_project"));
    await this.page.waitForURL("**/members/remove?**");
    await this.hands.press(this.button("leave_now"));
    await this.page.waitForURL((url) => url.pathname === "/");
    await this.until(this.row(project), "detached");
  }

  async archive(project: string): Promise<void> {
    await this.projectSettings();
    await this.hands.press(this.link("archive_project"));
    await this.page.waitForURL("**/archive");
    await this.hands.press(this.button("archive_now"));
    await this.inRoom(project);
    await this.until(this.page.getByText(this.say("room_archived")));
  }

  async restore(project: string): Promise<void> {
    await this.projectSettings();
    await this.hands.press(this.link("restore_project"));
    await this.page.waitForURL("**/restore");
    await this.hands.press(this.button("restore_now"));
    await this.inRoom(project);
    await this.until(this.page.getByText(this.say("notice_restored", { by: this.name })));
  }
}
