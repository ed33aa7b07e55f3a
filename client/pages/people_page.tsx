import { Head } from "fresh/runtime";
import { FocusedNotice } from "../components/notices/focused_notice.tsx";
import { AddMembersForm } from "../components/members/add_members_form.tsx";
import { MemberList } from "../components/members/member_list.tsx";
import { NamedText } from "../components/named_text.tsx";
import { PageHead } from "../components/shell/page_head.tsx";
import { errorText, isProblemCode, type ProblemCode } from "../i18n/error_text.ts";
import type { Language } from "../i18n/language.ts";
import PeopleOffer from "../../islands/PeopleOffer.tsx";
import { pageUser } from "../http/page_user.ts";
import type { State } from "../http/route_state.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { fill } from "../i18n/message.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { ofServer } from "../shared/paths.ts";
import { ClosedProject } from "./closed_project.tsx";
import type { ProjectPartData } from "./project_part_data.ts";

export interface PeoplePageData extends ProjectPartData {
  /** The names typed to add members, after an error. */
  names: string;
  /** Why they were not added. */
  refusal: string | null;
}

interface PeoplePageProps {
  data: PeoplePageData;
  state: State;
  url: URL;
}

/** The page of a project's members, which also works without script. */
export function PeoplePage({ data, state, url }: PeoplePageProps) {
  const { projectId, part, problem, names, refusal } = data;
  const { language } = state;
  const server = state.server.address;
  if (part === null) return <ClosedProject {...{ projectId, problem, server, language }} />;
  const { project, members } = part;
  const me = pageUser(state, url);
  const path = `/projects/${project.id}`;
  const texts = roomTexts(language);
  const owner = project.owner === me;
  const manages = owner && !project.archived;
  const code = url.searchParams.get("problem") ?? "";
  const refused = isProblemCode(code);
  const title = { text: t(language, "people_title"), values: { project: project.name } };
  // Anybody can write an address: only members were added.
  const added = (url.searchParams.get("added") ?? "").split(",")
    .filter((name) => members.some(({ username }) => username === name));
  return (
    <div class="part-page">
      <Head>
        <title>{fill(title.text, { project: isolated(project.name) })} · Chung</title>
      </Head>
      <PageHead back={{ href: path, label: t(language, "back_to_project") }}>
        <NamedText {...title} />
      </PageHead>
      {refused && (
        <p class="problem" role="alert">{refusedText(code, url.searchParams, owner, language)}</p>
      )}
      {added.length > 0 && (
        <FocusedNotice>
          <NamedText text={texts.members_added} values={{ names: added.join(", ") }} />
        </FocusedNotice>
      )}
      <section class="card">
        <h2>{texts.members} ({members.length})</h2>
        <MemberList
          path={path}
          texts={texts}
          off={false}
          dialog={undefined}
          members={members}
          me={me}
          manages={manages}
          current
        />
        {manages && (
          <AddMembersForm
            action={ofServer(`${path}/people`, server, me)}
            names={names}
            state={{ problem: refusal }}
            texts={texts}
          >
            <PeopleOffer
              url={`${ofServer("/people.json", server, me)}&project=${project.id}`}
              label={texts.people_offered}
            />
          </AddMembersForm>
        )}
      </section>
      <p>
        <a href={`${path}/settings`}>{texts.project_settings}</a>
      </p>
    </div>
  );
}

/** The reader is a member, so these codes are about somebody else, or about the owner, who can't leave. */
function refusedText(
  code: ProblemCode,
  query: URLSearchParams,
  owner: boolean,
  language: Language,
): string {
  const user = query.get("member") ?? "";
  const isName = /^[A-Za-z0-9._-]{1,100}$/.test(user);
  if (code === "not_a_member" && isName) return t(language, "no_such_member", { user });
  if (code === "bad_request" && owner) return t(language, "owner_cannot_leave");
  return errorText(language, code);
}
