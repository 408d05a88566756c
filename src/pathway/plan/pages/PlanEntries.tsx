import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { Agreement, EntryKind, Goal, Question } from "../familyPlan.ts";
import { entryPaths, entryTitles, reportWords, stateNames } from "../familyPlan.texts.ts";
import type { PlanHelp } from "../planHelp.ts";
import type { PlanView } from "../server/readPlan.ts";

export type EntriesProps = Readonly<{
  trajectoryId: string;
  view: PlanView;
  today: Day;
  /** Help that was asked for parts of the plan. */
  help?: readonly PlanHelp[];
  /** Where help for a part is asked; null for who asks for none. */
  askHelp?: ((about: string) => string) | null;
}>;

/** The plan, question by question: its goals in the family's words, and who does what by when. */
export function PlanEntries({ trajectoryId, view, today, help = [], askHelp = null }: EntriesProps) {
  const open = <One extends Question>(list: readonly One[]) => list.filter(({ state }) => state === "open");
  const [questions, goals, agreements] = [open(view.questions), open(view.goals), open(view.agreements)];
  const questionOf = (one: Agreement) => one.questionId ?? view.goals.find(({ id }) => id === one.goalId)?.questionId ?? null;
  const under = (id: string | null) => ({
    goals: goals.filter((one) => (questions.some((question) => question.id === one.questionId) ? one.questionId : null) === id),
    agreements: agreements.filter((one) => (questions.some((question) => question.id === questionOf(one)) ? questionOf(one) : null) === id),
  });
  const rest = under(null);
  const shared = { trajectoryId, view, today, help, askHelp };
  return (
    <>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} {...shared} {...under(question.id)} />
      ))}
      {(rest.goals.length > 0 || rest.agreements.length > 0) && (
        <Card title={questions.length > 0 ? "Doelen en afspraken zonder vraag" : "Doelen en afspraken"}>
          <Goals trajectoryId={trajectoryId} view={view} today={today} goals={rest.goals} />
          <AgreementTable {...shared} agreements={rest.agreements} />
        </Card>
      )}
      <Ended trajectoryId={trajectoryId} view={view} />
    </>
  );
}

type Under = EntriesProps & Readonly<{ goals: readonly Goal[]; agreements: readonly Agreement[] }>;

function QuestionCard({ question, goals, agreements, ...props }: Under & { question: Question }) {
  const { trajectoryId, view } = props;
  const plan = `/gezinnen/${trajectoryId}/plan`;
  const factors = view.factors.filter(({ questionId }) => questionId === question.id);
  return (
    <Card title={question.wording} id={question.id}>
      {factors.length > 0 && (
        <p>
          {factors.map(({ code, label, kind }) => (
            <span key={code}>
              <Tag tone={kind === "risk" ? "soon" : kind === "protective" ? "ok" : "plain"}>{label}</Tag>{" "}
            </span>
          ))}
        </p>
      )}
      <Goals {...props} goals={goals} />
      <AgreementTable {...props} agreements={agreements} />
      <HelpList help={props.help ?? []} about={question.id} />
      {view.mayWrite && (
        <ButtonRow>
          <LinkButton href={`${plan}/afspraken/nieuw?bij=q.${question.id}`} label={`Afspraak maken bij: ${question.wording}`}>
            Afspraak maken
          </LinkButton>
          <LinkButton href={`${plan}/doelen/nieuw?bij=${question.id}`} label={`Doel toevoegen bij: ${question.wording}`} variant="quiet">
            Doel toevoegen
          </LinkButton>
          {props.askHelp && (
            <LinkButton href={props.askHelp(`q.${question.id}`)} label={`Steun vragen bij: ${question.wording}`} variant="quiet">
              Steun vragen
            </LinkButton>
          )}
          <Does plan={plan} kind="question" one={question} />
        </ButtonRow>
      )}
    </Card>
  );
}

function Goals({ trajectoryId, view, today, goals }: Omit<Under, "agreements">) {
  if (goals.length === 0) return null;
  return (
    <DataTable
      caption="Doelen"
      rows={goals}
      rowKey={({ id }) => id}
      columns={[
        { label: "Doel van het gezin", heading: true, cell: (one) => <q id={one.id}>{one.wording}</q> },
        { label: "Samen kijken op", cell: ({ evaluateOn }) => <DayTag day={evaluateOn} today={today} /> },
        ...(view.mayWrite
          ? [{ label: "Doen", action: true, cell: (one: Goal) => <Does plan={`/gezinnen/${trajectoryId}/plan`} kind="goal" one={one} /> }]
          : []),
      ]}
    />
  );
}

/** Who does what, by when; also for who sees her own agreements alone. */
export function AgreementTable({ trajectoryId, view, today, agreements, help = [], askHelp = null }: Omit<Under, "goals">) {
  if (agreements.length === 0) return null;
  const told = ({ id }: Agreement): string => {
    const newest = view.reports.find(({ agreementId }) => agreementId === id);
    return newest === undefined ? "" : `Gemeld: ${reportWords(newest)}`;
  };
  const aim = ({ goalId }: Agreement) => view.goals.find(({ id }) => id === goalId)?.wording;
  return (
    <DataTable
      caption="Afspraken"
      rows={agreements}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Afspraak",
          heading: true,
          cell: (one) => <span id={one.id}>{one.wording}</span>,
          note: (one) => [aim(one) === undefined ? "" : `Voor: ${aim(one)}`, told(one)].filter(Boolean).join(". "),
        },
        ...(help.length > 0 ? [{ label: "Steun", cell: ({ id }: Agreement) => <HelpList help={help} about={id} /> }] : []),
        {
          label: "Wie",
          cell: (one) => <Who one={one} />,
        },
        { label: "Wanneer", cell: ({ evaluateOn }) => <DayTag day={evaluateOn} today={today} /> },
        ...(view.mayWrite
          ? [
              {
                label: "Doen",
                action: true,
                cell: (one: Agreement) => (
                  <Does plan={`/gezinnen/${trajectoryId}/plan`} kind="agreement" one={one} ask={askHelp?.(`a.${one.id}`) ?? null} />
                ),
              },
            ]
          : view.reportable.length > 0
            ? [{ label: "Doen", action: true, cell: (one: Agreement) => <Report trajectoryId={trajectoryId} view={view} one={one} /> }]
            : []),
      ]}
    />
  );
}

/** Who carries it out and does not write the plan says how it goes. */
function Report({ trajectoryId, view, one }: Readonly<{ trajectoryId: string; view: PlanView; one: Agreement }>) {
  if (!view.reportable.includes(one.id)) return null;
  return (
    <LinkButton href={`/gezinnen/${trajectoryId}/plan/afspraken/${one.id}/melden`} label={`Hoe gaat het met: ${one.wording}`}>
      Hoe gaat het?
    </LinkButton>
  );
}

/** Who was asked to help with this, and where it stands. */
function HelpList({ help, about }: Readonly<{ help: readonly PlanHelp[]; about: string }>) {
  const here = help.filter((one) => one.about === about);
  return (
    <>
      {here.map(({ href, title, stand }) => (
        <p key={href}>
          <a href={href}>{title}</a> <Tag tone={stand.tone}>{stand.text}</Tag>
        </p>
      ))}
    </>
  );
}

/** Who left is told with what happens: the case lead finds who takes over. */
export const Who = ({ one: { who, left } }: { one: Agreement }) =>
  left ? (
    <>
      {who} <Tag tone="late">niet meer betrokken, nu bij de casusregisseur</Tag>
    </>
  ) : (
    <>{who}</>
  );

export const DayTag = ({ day, today }: { day: Day; today: Day }) =>
  day <= today ? <Tag tone={day < today ? "late" : "soon"}>{day === today ? "vandaag" : formatDay(day)}</Tag> : <>{formatDay(day)}</>;

type DoesProps = Readonly<{ plan: string; kind: EntryKind; one: Question; ask?: string | null }>;

function Does({ plan, kind, one, ask = null }: DoesProps) {
  return (
    <ButtonRow>
      <LinkButton
        href={`${plan}/onderdelen/${one.id}/evaluatie`}
        variant="quiet"
        label={`${kind === "question" ? "Afronden" : "Hoe ging het"}: ${one.wording}`}
      >
        {kind === "question" ? "Afronden" : "Hoe ging het?"}
      </LinkButton>
      <LinkButton href={`${plan}/${entryPaths[kind]}/${one.id}`} variant="quiet" label={`Wijzigen: ${one.wording}`}>
        Wijzigen
      </LinkButton>
      {ask !== null && (
        <LinkButton href={ask} variant="quiet" label={`Steun vragen voor: ${one.wording}`}>
          Steun vragen
        </LinkButton>
      )}
    </ButtonRow>
  );
}

/** What was reached or stopped stays to be read, and can be taken up again. */
function Ended({ trajectoryId, view }: Omit<EntriesProps, "today">) {
  const kinds: readonly EntryKind[] = ["question", "goal", "agreement"];
  const ended = kinds.flatMap((kind) =>
    (view[`${kind}s`] as readonly Question[]).filter(({ state }) => state !== "open").map((one) => ({ kind, one })),
  );
  if (ended.length === 0) return null;
  return (
    <Card title="Afgerond">
      <Details summary={`Bereikt, gedaan of gestopt (${ended.length})`}>
        <DataTable
          caption="Afgerond"
          rows={ended}
          rowKey={({ one }) => one.id}
          columns={[
            {
              label: "Wat",
              heading: true,
              cell: ({ one }) => <span id={one.id}>{one.wording}</span>,
              note: ({ kind }) => entryTitles[kind],
            },
            {
              label: "Hoe",
              cell: ({ kind, one }) => <Tag tone={one.state === "reached" ? "ok" : "plain"}>{stateNames[kind][one.state]}</Tag>,
            },
            {
              label: "Doen",
              action: true,
              cell: ({ one }) =>
                view.mayWrite && (
                  <LinkButton
                    href={`/gezinnen/${trajectoryId}/plan/onderdelen/${one.id}/evaluatie`}
                    variant="quiet"
                    label={`Weer oppakken: ${one.wording}`}
                  >
                    Weer oppakken
                  </LinkButton>
                ),
            },
          ]}
        />
      </Details>
    </Card>
  );
}
