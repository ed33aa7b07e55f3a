import type { ComponentChildren, RefObject } from "preact";
import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { PeopleCompletion } from "./picking/people_completion.tsx";
import type { Liveness } from "../room/room_state.ts";

/** The panel's state of the actions in it. */
export interface ManagingState {
  /** Why names could not be added. */
  problem: string | null;
  /** Whether names are being added. */
  busy?: boolean;
  /** Names the members who were added. */
  added?: ComponentChildren;
  /** The address of the page that would ask the question that is open. */
  href?: string | null;
  /** Tells the outcome of the last question. */
  said?: ComponentChildren;
  /** The member whose removal it tells, who can be added again. */
  removed?: string;
  /** Whether the field for usernames was clicked. */
  clicked?: boolean;
  /** The field for usernames and the code that offers people in it, from its first focus on. */
  picking?: { field: HTMLInputElement; PeopleCompletion: typeof PeopleCompletion };
}

/** The part of the panel that its actions need. */
export interface ManagedPanel {
  project: Project;
  members: readonly Member[];
  me: string;
  /** The form action for a path below the project's. */
  formAction(path: string): string;
  texts: RoomTexts;
  liveness: Liveness;
  /** Whether nothing can be done at the moment. */
  off: boolean;
  panel: RefObject<HTMLElement>;
  state: ManagingState;
  change(changes: Partial<ManagingState>): void;
}
