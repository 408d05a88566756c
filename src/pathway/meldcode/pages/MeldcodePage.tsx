import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Page } from "../../../design/Page.tsx";
import { Steps } from "../../../design/Steps.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { weighingQuestions, type Decision, type MeldcodeEntry, type WeighingAnswer } from "../meldcode.ts";
import { adviceText, answerNames, decisionNames, entryNames, questionTexts, stepHelp, stepNames } from "../meldcode.texts.ts";
import { adviseReport } from "../rules/adviseReport.ts";
import { stepsDone } from "../rules/stepsDone.ts";
import type { MeldcodePageData } from "../server/meldcode.ts";
import { DangerAlert } from "./DangerAlert.tsx";
import { AdviceForm, CloseForm, NextDayForm, StepForm, type MeldcodeFormName } from "./MeldcodeForms.tsx";

export interface MeldcodeView {
  readonly data: MeldcodePageData;
  /** The form that was sent and is not right. */
  readonly sent?: MeldcodeFormName;
  readonly values?: Values;
  readonly errors?: Errors;
}

/** One case: the five steps with what was done in each, and what comes next. */
export function MeldcodePage(view: MeldcodeView) {
  const { data, errors = {} } = view;
  const { found, entries, byAuthor } = data;
  const open = found.state === "open";
  const loose = entries.filter(({ kind }) => kind === "ask_officer" || kind === "closed" || kind === "reopened");
  return (
    <Page
      title="Meldcode"
      heading={`Meldcode: ${found.aboutWhom}`}
      width="narrow"
      tags={open ? undefined : <Tag>afgesloten</Tag>}
      sub={`Vastgelegd door ${found.author}, sinds ${formatDay(found.startedOn)}. Alleen ${byAuthor ? "u" : "zij"} en de aandachtsfunctionaris zien dit.`}
      back={{ href: "/meldcode", label: "Meldcode" }}
      errors={errors}
    >
      <DangerAlert />
      {found.nextOn !== null && <NextDay view={view} />}
      {!byAuthor && open && (
        <Card title="Uw advies">
          <AdviceForm view={view} />
        </Card>
      )}
      <FiveSteps view={view} />
      {loose.length > 0 && (
        <Card title="Verder">
          {loose.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Card>
      )}
      <Card title={open ? "Afsluiten" : "Heropenen"}>
        {open ? (
          <CloseForm view={view} />
        ) : (
          <ActionForm action={`/meldcode/${found.id}/heropenen`} button="Heropenen" hidden={{ version: found.version }} />
        )}
      </Card>
    </Page>
  );
}

/** What was done in each step, and what she can add. */
function FiveSteps({ view }: { view: MeldcodeView }) {
  const { found, entries, byAuthor } = view.data;
  const open = found.state === "open";
  return (
    <Card title="De vijf stappen">
      <Steps
        label="De vijf stappen van de Meldcode"
        steps={stepsDone(entries).map(({ step, state, entries: done }) => ({
          title: stepNames[step],
          state,
          children: (
            <>
              <p>{stepHelp[step]}</p>
              {done.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
              {open && byAuthor && <StepForm view={view} step={step} now={state === "now"} />}
            </>
          ),
        }))}
      />
    </Card>
  );
}

function NextDay({ view }: { view: MeldcodeView }) {
  const { found, today, byAuthor } = view.data;
  if (found.nextOn === null) return null;
  const late = found.nextOn < today;
  return (
    <Alert tone={late ? "late" : "info"} title={`Volgende stap: ${formatDay(found.nextOn)}${late ? ", te laat" : ""}`}>
      {byAuthor && <NextDayForm view={view} />}
    </Alert>
  );
}

/** What was done, when and by whom. */
function Entry({ entry }: { entry: MeldcodeEntry }) {
  return (
    <div className="wieg-entry">
      <p>
        <b>{formatDay(entry.onDay)}</b>, {entryNames[entry.kind]} <small className="wieg-note">{entry.who}</small>
      </p>
      {entry.kind === "decided" && <p>{decisionNames[entry.answers["decision"] as Decision]}</p>}
      {entry.answers["informed"] !== undefined && (
        <p>{entry.answers["informed"] === "yes" ? "De betrokkenen weten het." : "De betrokkenen weten het niet."}</p>
      )}
      {entry.kind === "weighed" && <Weighed answers={entry.answers} />}
      {entry.words !== null && <p className="wieg-words">{entry.words}</p>}
    </div>
  );
}

function Weighed({ answers }: { answers: MeldcodeEntry["answers"] }) {
  return (
    <>
      {answers["children"] !== undefined && (
        <p>
          Kindcheck:{" "}
          {answers["children"] === "yes"
            ? "er zijn kinderen van haar of hem afhankelijk"
            : answers["children"] === "no"
              ? "er zijn geen kinderen afhankelijk"
              : "weet ik niet"}
          .
        </p>
      )}
      <ol>
        {weighingQuestions.map((question) => (
          <li key={question}>
            {questionTexts[question]} <b>{answerNames[(answers[question] ?? "unknown") as WeighingAnswer]}</b>
          </li>
        ))}
      </ol>
      <p>
        <Tag tone="info">hulpmiddel</Tag> {adviceText(adviseReport(answers))} U beslist zelf, met het afwegingskader van uw eigen beroep.
      </p>
    </>
  );
}
