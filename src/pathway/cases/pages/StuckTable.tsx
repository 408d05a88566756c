import type { ReactNode } from "react";
import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { daysBetween, formatDay } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";
import { howLong, stuckReasonNames } from "../cases.texts.ts";
import type { CasesView, StuckCase } from "../server/readCases.ts";
import { CaseName, caseNote } from "./CaseName.tsx";
import { addressOfCases } from "./casesAddress.ts";

type Props = Readonly<{ view: CasesView; kinds: WorkKinds; me: string; empty: ReactNode }>;

/** What is stuck: in which family, why, how long, with whom; one press to call, one to take it up. */
export function StuckTable({ view, kinds, me, empty }: Props) {
  return (
    <DataTable
      caption="Wat zit vast"
      rows={view.stuck}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          label: "Gezin",
          heading: true,
          cell: ({ line }) => <CaseName line={line} />,
          note: ({ line }) => caseNote(line, view.today),
        },
        {
          label: "Wat zit vast",
          cell: (one) => <b>{wordsOf(one, kinds)}</b>,
          note: ({ work }) => stuckReasonNames[work.reason],
        },
        {
          label: "Hoe lang",
          cell: ({ work }) => <Tag tone={work.days > 0 ? "late" : "soon"}>{howLong(work.days)}</Tag>,
          note: ({ work }) => (work.atOnce ? `sinds ${formatDay(work.since)}` : `termijn ${formatDay(work.dueOn)}`),
        },
        { label: "Bij wie", cell: (one) => <Worker one={one} me={me} />, note: takenWords(view.today, me) },
        { label: "Doen", action: true, cell: (one) => <Do one={one} view={view} kinds={kinds} me={me} /> },
      ]}
    />
  );
}

const wordsOf = ({ work, facts }: StuckCase, kinds: WorkKinds): string => kinds[work.kind]?.stuck?.words(facts) ?? "";

function Worker({ one: { worker }, me }: Readonly<{ one: StuckCase; me: string }>) {
  if (worker === null) return <>niet bekend</>;
  if (worker.membershipId === me) return <>u</>;
  const { professional, role, organisation, phone } = worker;
  const who = professional ?? (role !== null && isRole(role) ? roleNames[role] : null);
  return (
    <>
      {who === null ? organisation : `${who}, ${organisation}`}
      {phone !== null && (
        <>
          {" "}
          <a className="wieg-call" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
            Bel {phone}
          </a>
        </>
      )}
    </>
  );
}

const takenWords =
  (today: string, me: string) =>
  ({ taken }: StuckCase): string => {
    if (taken === null) return "";
    const days = daysBetween(taken.on, today);
    return `${taken.membershipId === me ? "U pakte" : `${taken.professional} pakte`} dit ${days === 0 ? "vandaag" : `${howLong(days)} geleden`} op`;
  };

function Do({ one, view, kinds, me }: Readonly<{ one: StuckCase; view: CasesView; kinds: WorkKinds; me: string }>) {
  const { work, taken, line } = one;
  const words = wordsOf(one, kinds);
  const back = addressOfCases(view.choice);
  const stuck = kinds[work.kind]?.stuck;
  const alertOnly = work.kind === "case_lead.not_accepted" || work.kind === "case_lead.lead_left";
  return (
    <ButtonRow>
      {(line !== null || alertOnly) && (
        <LinkButton href={stuck?.href?.(work) ?? `/gezinnen/${work.trajectoryId}`} label={`Bekijken: ${words}`}>
          Bekijken
        </LinkButton>
      )}
      {taken === null && (
        <ActionForm
          action="/casussen/oppakken"
          hidden={{ item: work.id, back }}
          button="Ik pak dit op"
          label={`Ik pak dit op: ${words}`}
          variant="quiet"
        />
      )}
      {taken?.membershipId === me && (
        <ActionForm
          action="/casussen/loslaten"
          hidden={{ trajectory: work.trajectoryId, subject: work.subjectId, back }}
          button="Loslaten"
          label={`Loslaten: ${words}`}
          variant="quiet"
        />
      )}
    </ButtonRow>
  );
}
