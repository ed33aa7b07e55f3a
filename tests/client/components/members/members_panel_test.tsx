import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { MembersPanel } from "../../../../client/components/members/members_panel.tsx";
import { ofServer } from "../../../../client/shared/paths.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";

/** The page's server and user, as escaped in an attribute. */
const of = (user: string) => `server=127.0.0.1%3A7070&amp;user=${user}`;

function panel(me: string, newName: string | null = null): string {
  return renderToString(
    <MembersPanel
      project={{
        id: 1,
        name: 'Web "site"',
        owner: "alice",
        created_at: "2026-11-23T08:15:30.123Z",
      }}
      formAction={(path) => ofServer(`/projects/1${path}`, "127.0.0.1:7070", me)}
      members={[
        { username: "alice", role: "owner", online: true },
        { username: "bob", role: "member", online: false },
        { username: "carol", role: "member", online: false },
      ]}
      me={me}
      invitation={{ names: "", problem: null }}
      newName={newName}
      texts={roomTexts("en")}
      live={false}
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

Deno.test("MembersPanel gives the owner all that can be done, by plain forms", () => {
  const html = panel("alice");
  assert.deepEqual(forms(html), [
    `/projects/1/owner?${of("alice")} username=bob`,
    `/projects/1/members/remove?${of("alice")} username=bob`,
    `/projects/1/owner?${of("alice")} username=carol`,
    `/projects/1/members/remove?${of("alice")} username=carol`,
    `/projects/1/members?${of("alice")}`,
    `/projects/1/name?${of("alice")}`,
  ]);
  assert.match(html, /name="name"[^>]*value="Web &quot;site&quot;"/);
  assert.match(html, /make another member the owner first/i);
});

Deno.test("MembersPanel lets a member leave, and nothing else", () => {
  const html = panel("bob");
  assert.deepEqual(forms(html), [`/projects/1/members/remove?${of("bob")} username=bob`]);
  assert.doesNotMatch(html, /owner first/);
});

Deno.test("MembersPanel unfolds what takes somebody out before it can be pressed, and says what it means", () => {
  for (const me of ["alice", "bob"]) {
    const dangerous = panel(me).split('class="danger"').slice(0, -1);
    assert.ok(dangerous.length > 0);
    for (const before of dangerous) {
      const unfolding = before.slice(before.lastIndexOf("<details"));
      assert.match(unfolding, /^<details class="(member-actions|project-form)"><summary/);
      assert.match(unfolding, /can no longer read or write here/);
    }
  }
});

Deno.test("MembersPanel shows a refused name again, unfolded", () => {
  assert.doesNotMatch(panel("alice"), /<details[^>]* open/);
  const html = panel("alice", "Web <site>");
  assert.match(html, /<details class="members-fold" open>/);
  assert.match(html, /<details class="project-form" open>/);
  assert.match(html, /name="name"[^>]*value="Web &lt;site>" aria-invalid="true"/);
});
