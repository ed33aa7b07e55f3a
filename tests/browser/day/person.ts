import type { Locator, Page } from "playwright-core";
import type { Language } from "../../../client/i18n/language.ts";
import type { Values } from "../../../client/i18n/message.ts";
import { t } from "../../../client/i18n/translate.ts";
import type { MessageKey } from "../../../client/i18n/vi.ts";
import type { Hands } from "./hands.ts";

const PASSWORD = "mật khẩu dài";

/** Somebody at a page of their own, who does what a day asks for. */
export class Person {
  constructor(
    readonly name: string,
    readonly page: Page,
    protected readonly hands: Hands,
    private language: Language,
  ) {}

  say(key: MessageKey, values?: Values): string {
    return t(this.language, key, values);
  }

  link(key: MessageKey, values?: Values, place: Locator | Page = this.page): Locator {
    return place.getByRole("link", { name: this.say(key, values), exact: true });
  }

  button(key: MessageKey, values?: Values, place: Locator | Page = this.page): Locator {
    return place.getByRole("button", { name: this.say(key, values), exact: true });
  }

  field(key: MessageKey): Locator {
    return this.page.getByLabel(this.say(key), { exact: true });
  }

  /** Fills in a form of one field. */
  async submit(field: Locator, text: string, button: Locator): Promise<void> {
    await this.hands.write(field, text);
    await this.hands.send(field, button);
  }

  /** Waits until something is there, or has gone. */
  async until(place: Locator, state: "visible" | "detached" = "visible"): Promise<void> {
    await place.first().waitFor({ state });
  }

  /** Called after what leaves the person on the page. */
  async stayed(): Promise<void> {}

  async register(): Promise<void> {
    await this.hands.press(this.link("register"));
    await this.page.waitForURL("**/register");
    await this.hands.write(this.field("username"), this.name);
    await this.submit(this.field("password"), PASSWORD, this.button("register"));
    await this.page.waitForURL((url) => url.pathname === "/");
  }

  /** Goes to the list of projects. */
  async home(): Promise<void> {
    const brand = this.page.locator(".brand");
    const back = this.page.locator("a.back, a.results").first();
    while (new URL(this.page.url()).pathname !== "/") {
      const { href } = new URL(this.page.url());
      await this.hands.press(await brand.isVisible() ? brand : back);
      await this.page.waitForURL((url) => url.href !== href);
    }
  }

  async create(project: string): Promise<void> {
    await this.home();
    await this.submit(this.field("project_name"), project, this.button("create_project"));
    await this.inRoom(project);
  }

  /** A project's line in the list that is on every page, or at a small screen on a page of its own. */
  row(project: string): Locator {
    const name = this.page.getByRole("link", { name: project, exact: true });
    return this.page.locator(".project-list .project").filter({ has: name });
  }

  async enter(project: string): Promise<void> {
    await this.home();
    await this.until(this.row(project));
    await this.hands.press(this.row(project).getByRole("link"));
    await this.inRoom(project);
  }

  /** Waits for the room and its live events, of which the own presence is the first. */
  async inRoom(project: string): Promise<void> {
    await this.until(this.page.getByRole("heading", { name: project, exact: true, level: 1 }));
    const here = this.page.locator(".member-list .online").filter({ hasText: this.name });
    await here.waitFor({ state: "attached" });
  }

  /** Waits until what is in the room counts as read. */
  async read(): Promise<void> {
    await this.page.waitForFunction(() => !document.title.startsWith("("));
  }

  /** Opens the settings of this browser. */
  async settings(): Promise<void> {
    await this.home();
    await this.hands.press(this.page.locator('.sidebar a[href="/me"]'));
    await this.page.waitForURL("**/me");
  }

  /** Goes over to the other language. */
  async switchLanguage(): Promise<void> {
    const [language, name] = this.language === "vi"
      ? ["en", "English"] as const
      : ["vi", "Tiếng Việt"] as const;
    await this.hands.press(this.page.getByRole("button", { name, exact: true }));
    await this.page.locator(`html[lang="${language}"]`).waitFor();
    this.language = language;
  }

  async darken(): Promise<void> {
    await this.hands.press(this.button("theme_dark"));
    await this.page.locator('html[data-theme="dark"]').waitFor();
  }

  async logOut(): Promise<void> {
    await this.home();
    await this.hands.press(this.button("log_out"));
    await this.until(this.page.getByText(this.say("you_logged_out")));
  }
}
