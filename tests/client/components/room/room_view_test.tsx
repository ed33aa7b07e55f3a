import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { MessageLine } from "../../../../client/components/log/message_line.tsx";
import { textIn } from "../../markup_of.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";
import type { RoomView } from "../../../../client/shared/room_view.ts";
import ChatRoom from "../../../../islands/ChatRoom.tsx";
import type { Message } from "../../../../lib/model/message.ts";

const AT = new Date(2026, 10, 23, 14, 5).toISOString();
const HOSTILE = `<img src=x onerror="alert(1)"></li></script>&amp;`;

function message(text: string): Message {
  return { id: 7, project_id: 1, user: "alice", message: text, timestamp: AT };
}

function view(messages: Message[], role: "owner" | "member"): RoomView {
  return {
    project: { id: 1, name: "Website", owner: "alice", created_at: AT },
    role,
    members: [
      { username: "alice", role: "owner", online: true },
      { username: "bob", role: "member", online: false },
    ],
    messages,
    more: false,
    newer: false,
    cursor: { message: messages.at(-1)?.id ?? 0, change: 0 },
    unread: 0,
    mentions: 0,
    last_read_id: messages.at(-1)?.id ?? 0,
  };
}

function room(messages: Message[], role: "owner" | "member", shown: Partial<RoomView> = {}) {
  return renderToString(
    <ChatRoom
      server="127.0.0.1:7070"
      view={{ ...view(messages, role), ...shown }}
      me={role === "owner" ? "alice" : "bob"}
      at={null}
      draft={{ text: HOSTILE, tag: "tag-1", problem: null }}
      invitation={{ names: "", problem: null }}
      membersShown
      texts={roomTexts("en")}
    />,
  );
}

Deno.test("MessageLine reads `username: message - timestamp`", () => {
  for (const text of ["hello", "two\nlines", HOSTILE, "see https://a.example/x (now)"]) {
    const html = renderToString(
      <MessageLine
        message={message(text)}
        own={false}
        now={new Date(2026, 10, 23, 20, 0)}
        texts={roomTexts("en")}
      />,
    );
    assert.equal(textIn(html), `alice: ${text} - 14:05`);
    assert.doesNotMatch(html, /<img|<script/);
  }
});

Deno.test("ChatRoom draws members' display names beside their usernames, which the lines still are of", () => {
  const members = [{ username: "alice", name: "Lan", role: "owner" as const, online: true }];
  const said = ["alice", "gone"].map((user, at) => ({ ...message("hi"), id: at + 7, user }));
  const html = room(said, "owner", { members });
  assert.match(html, /<b class="author" data-name="Lan">alice<\/b>/);
  assert.match(html, /<b class="author">gone<\/b>/);
  assert.match(textIn(html), /alice: hi - .*gone: hi - /s);
});

Deno.test("MessageLine opens links in a new window that can't reach back", () => {
  const html = renderToString(
    <MessageLine
      message={message("https://a.example")}
      own
      now={new Date()}
      texts={roomTexts("en")}
    />,
  );
  assert.match(html, /<a [^>]*rel="noopener noreferrer"/);
  assert.match(html, /<a [^>]*target="_blank"/);
});

Deno.test("ChatRoom is a plain form without script, with what was typed and its tag", () => {
  const html = room([message("hi")], "member");
  const form =
    /<form method="post" action="\/projects\/1\?server=127\.0\.0\.1%3A7070&amp;user=bob"/;
  assert.match(html, form);
  assert.match(html, /<input type="hidden" name="tag" autocomplete="off" value="tag-1"/);
  assert.match(html, /<textarea[^>]*>&lt;img src=x/);
  assert.doesNotMatch(html, / style=|<script/);
});

Deno.test("ChatRoom lets the owner alone add members", () => {
  const form = /action="\/projects\/1\/members\?server=/;
  assert.match(room([], "owner"), form);
  assert.doesNotMatch(room([], "member"), form);
});

Deno.test("ChatRoom links to older messages only where there are some", () => {
  const link = /href="\/projects\/1\?before=7"/;
  assert.match(room([message("hi")], "member", { more: true }), link);
  assert.doesNotMatch(room([message("hi")], "member"), link);
});

Deno.test("ChatRoom tells who is here in words, not by colour alone", () => {
  assert.match(textIn(room([], "owner")), /alice owner, you \(here now\)/);
});

Deno.test("ChatRoom says that its project is archived, and has no way to write in it", () => {
  const project = { ...view([], "owner").project, archived: true as const };
  for (const role of ["owner", "member"] as const) {
    const mine = { ...message("hi"), user: role === "owner" ? "alice" : "bob" };
    const html = room([mine], role, { project });
    assert.match(html, /<p class="banner" role="status">This project is archived\./);
    assert.match(
      html,
      /<button type="submit" class="send" disabled>.*<span>Send<\/span><\/button>/,
    );
    assert.match(html, /<textarea[^>]*>&lt;img/, "the draft stays");
    assert.doesNotMatch(html, /class="message-menu"|class="add-members"|project-name/);
    assert.doesNotMatch(
      room([mine], role),
      /is archived|<button type="submit" class="send" disabled/,
    );
  }
});

Deno.test("ChatRoom draws the line where the new messages begin, for who has unread ones", () => {
  const line = /<div role="separator" aria-label="New messages">/;
  assert.match(room([message("hi")], "member", { unread: 1, last_read_id: 6 }), line);
  assert.doesNotMatch(room([message("hi")], "member"), line);
  assert.doesNotMatch(room([message("hi")], "owner", { last_read_id: 6 }), line);
});

Deno.test("ChatRoom leads without script to what may be done at each message", () => {
  const link = (name: string) =>
    new RegExp(`<a class="message-menu" href="/projects/1/messages/7" aria-label="${name}"`);
  const mine = { ...message("hi"), user: "bob" };
  assert.match(room([mine], "member"), link("Edit or delete this message"));
  assert.match(room([message("hi")], "member"), link("Actions for this message"));
  assert.match(room([mine], "owner"), link("Delete"));
  assert.doesNotMatch(room([{ ...mine, deleted: true }], "owner"), link(".*"));
});

Deno.test("MessageLine says when a message was edited, and marks mentions of members", () => {
  const html = renderToString(
    <MessageLine
      message={{ ...message("@Bob, @carol and @nobody"), edited_at: AT }}
      own={false}
      now={new Date(AT)}
      texts={roomTexts("en")}
      names={new Set(["bob", "carol"])}
      me="BOB"
    />,
  );
  assert.match(
    html,
    /<span class="edited" title="Edited Monday, 23 November 2026 at 14:05:00">\(edited\)<\/span>/,
  );
  assert.match(
    html,
    /<b class="mention mention-me">@Bob<\/b>, <b class="mention">@carol<\/b> and @n/,
  );
});
