import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { Named } from "../named_text.tsx";

/** Something that is done to a project only after the person has confirmed it. */
export interface Asked {
  what: "remove" | "transfer" | "leave" | "archive" | "restore";
  /** The member whom it concerns. */
  user: string;
}

/** Whether the action takes something away. */
export const isDangerous = ({ what }: Asked) => what !== "transfer" && what !== "restore";

/** The form and the words for what is asked. */
export interface Question {
  /** The path below the project's where it is asked for by GET and done by POST. */
  path: string;
  question: Named;
  /** Tells the consequences. */
  means: Named;
  confirm: Named;
  /** Tells that it is done. */
  done: Named;
}

export function questionOf({ what, user }: Asked, project: Project, texts: RoomTexts): Question {
  const values = { user, project: project.name };
  const named = (text: string): Named => ({ text, values });
  switch (what) {
    case "remove":
      return {
        path: "/members/remove",
        question: named(texts.remove_member_ask),
        means: named(texts.remove_member_means),
        confirm: named(texts.remove_member_now),
        done: named(texts.member_removed),
      };
    case "transfer":
      return {
        path: "/owner",
        question: named(texts.make_owner_ask),
        means: named(texts.make_owner_means),
        confirm: named(texts.make_owner),
        done: named(texts.owner_made),
      };
    case "leave":
      return {
        path: "/members/remove",
        question: named(texts.leave_project_ask),
        means: named(texts.leave_project_means),
        confirm: named(texts.leave_now),
        done: named(texts.project_left),
      };
    case "archive":
      return {
        path: "/archive",
        question: named(texts.archive_project_ask),
        means: named(texts.archive_project_means),
        confirm: named(texts.archive_now),
        done: named(texts.project_archived),
      };
    case "restore":
      return {
        path: "/restore",
        question: named(texts.restore_project_ask),
        means: named(texts.restore_project_means),
        confirm: named(texts.restore_now),
        done: named(texts.project_restored),
      };
  }
}

/** Reads the question from the address of the page that asks it of the member `me`. */
export function askedAt({ pathname, searchParams }: URL, me: string): Asked {
  const user = searchParams.get("username") ?? "";
  if (pathname.endsWith("/archive")) return { what: "archive", user: me };
  if (pathname.endsWith("/restore")) return { what: "restore", user: me };
  if (pathname.endsWith("/owner")) return { what: "transfer", user };
  return { what: user.toLowerCase() === me.toLowerCase() ? "leave" : "remove", user };
}

/** The state of a project on which it depends whether something can still be done. */
interface Situation {
  project: Project;
  members: readonly Member[];
  me: string;
}

/** Why it can't be done any more, or is done already; null if it can be done. */
export function objectionTo(
  { what, user }: Asked,
  { project, members, me }: Situation,
  texts: RoomTexts,
): Named | null {
  const sentence = (text: string): Named => ({ text, values: { user, project: project.name } });
  const { archived } = project;
  const mine = project.owner === me;
  if (what === "leave") {
    if (!mine) return null;
    return sentence(archived ? texts.owner_restores_first : texts.owner_cannot_leave);
  }
  if (what === "transfer" && project.owner === user) return sentence(texts.owner_made);
  if (what === "archive" && archived) return sentence(texts.project_archived);
  if (what === "restore" && !archived) return sentence(texts.project_restored);
  if (!mine) return sentence(texts.error_not_owner);
  if (what === "archive" || what === "restore") return null;
  if (archived) return sentence(texts.error_project_archived);
  return members.some(({ username }) => username === user) ? null : sentence(texts.no_such_member);
}
