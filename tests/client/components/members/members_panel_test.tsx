import assert from "node:assert/strict";
import { createRef } from "preact";
import { renderToString } from "preact-render-to-string";
import { MembersPanel } from "../../../../client/components/members/members_panel.tsx";
import { ofServer } from "../../../../client/shared/paths.ts";
import type { Liveness } from "../../../../client/components/room/room_state.ts";
import type { Language } from "../../../../client/i18n/language.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";
import { textIn } from "../../markup_of.ts";

/** The page's server and user, as escaped in an attribute. */
const of = (user: string) => `server=127.0.0.1%3A7070&amp;user=${user}`;

function panel(
  me: string,
  { archived, liveness = "live", language = "en" }: {
    archived?: true;
    liveness?: Liveness;
    language?: Language;
  } = {},
): string {
  return renderToString(
    <MembersPanel
      project={{
        id: 1,
        name: 'Web "site"',
        owner: "alice",
        created_at: "2026-11-23T08:15:30.123Z",
        archived,
      }}
      formAction={(path) => ofServer(`/projects/1${path}`, "127.0.0.1:7070", me)}
      members={[
        { username: "alice", role: "owner", online: true },
        { username: "bob", name: "Trần Văn Bình", role: "member", online: false },
        { username: "carol", role: "member", online: false },
      ]}
      me={me}
      invitation={{ names: "", problem: null }}
      texts={roomTexts(language)}
      liveness={liveness}
      panel={{
        state: "auto",
        visible: null,
        element: createRef(),
        control: createRef(),
        show() {},
      }}
    />,
  );
}

/** The action and hidden fields of every form. */
function forms(html: string): string[] {
  return [...html.matchAll(/<form method="post" action="([^"]*)".*?<\/form>/gs)].map((
    [form, action],
  ) => {
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return [action, ...hidden.map(([, name, value]) => `${name}=${value}`)].join(" ");
  });
}

/** The addresses of the pages that ask before something is done. */
function questions(html: string): string[] {
  return [...html.matchAll(/<a class="ask button \w+" href="([^"]*)"/g)].map(([, href]) => href);
}

Deno.test("MembersPanel gives the owner all that can be done, by plain forms and pages that ask", () => {
  const html = panel("alice");
  assert.deepEqual(forms(html), [
    `/projects/1/members?${of("alice")}`,
  ]);
  assert.deepEqual(questions(html), [
    "/projects/1/owner?username=bob",
    "/projects/1/members/remove?username=bob",
    "/projects/1/owner?username=carol",
    "/projects/1/members/remove?username=carol",
  ]);
  assert.match(html, /<a class="icon-button" href="\/projects\/1\/settings"/);
});

Deno.test("MembersPanel lets nobody manage who may not, and leads to the settings", () => {
  for (
    const html of [
      panel("bob"),
      panel("bob", { archived: true }),
      panel("alice", { archived: true }),
    ]
  ) {
    assert.deepEqual(forms(html), []);
    assert.deepEqual(questions(html), []);
    assert.match(html, /<a class="icon-button" href="\/projects\/1\/settings"/);
  }
});

Deno.test("MembersPanel keeps a name and what is said of it apart, in words", () => {
  const cases: [Language, string[]][] = [
    ["en", ["alice owner (here now)", "bob Trần Văn Bình you", "carol"]],
    ["vi", ["alice chủ dự án (đang trong phòng)", "bob Trần Văn Bình bạn", "carol"]],
  ];
  for (const [language, expected] of cases) {
    const items = panel("bob", { language }).match(/<li.*?<\/li>/gs)!;
    const said = items.map((item) => textIn(item.replace(/<span[^>]*aria-hidden.*?<\/span>/g, "")));
    assert.deepEqual(said.map((text) => text.trim()), expected);
  }
});

Deno.test("MembersPanel shows nobody as here, and sends nothing, while the room is not live", () => {
  const cases: [Liveness, here: boolean, off: boolean, said: RegExp][] = [
    ["live", true, false, /^$/],
    ["paused", false, false, /^Who is here is not known while this tab is paused\.$/],
    ["lost", false, true, /not known, .* until the connection is back\. What you typed stays/],
    ["logged_out", false, true, /not known, .* until you log in again\. What you typed stays/],
    ["not_a_member", false, true, /^You are no longer a member of this project\.$/],
  ];
  for (const [liveness, here, off, said] of cases) {
    const html = panel("alice", { liveness });
    assert.equal(/class="online"/.test(html), here, liveness);
    assert.equal(textIn(html).includes("here now"), here, liveness);
    const state = /<p [^>]*id="members-state" role="status">([^<]*)<\/p>/.exec(html);
    assert.match(state![1], said, liveness);
    const buttons = html.match(/<(button type="submit|a class="ask)[^>]*>/g)!;
    assert.equal(buttons.length, 5, "two a member, add");
    for (const button of buttons) {
      assert.equal(button.includes('aria-disabled="true"'), off, liveness);
    }
  }
});

Deno.test("MembersPanel shows a display name after the username, isolated", () => {
  assert.match(panel("alice"), /bob <bdi class="display-name">Trần Văn Bình<\/bdi>/);
  assert.match(textIn(panel("carol")), /bob Trần Văn Bình ?carol you/);
});
