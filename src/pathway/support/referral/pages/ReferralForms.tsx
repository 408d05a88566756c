import type { ReactNode } from "react";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { DateField } from "../../../../design/DateField.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { FormPage } from "../../../../design/FormPage.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextArea } from "../../../../design/TextArea.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { formatShortDay } from "../../../../kit/day.ts";
import { declineReasons, referralMoves, stopReasons } from "../referral.ts";
import { declineReasonNames, standInWords, stopReasonNames } from "../referral.texts.ts";
import { moves } from "../rules/referralMoves.ts";
import type { ReferralData } from "../server/readReferral.ts";
import { moveWords } from "./referralWords.ts";

export type FormProps = Readonly<{ data: ReferralData; values: Values; errors: Errors }>;
type FrameProps = FormProps & Readonly<{ word: string; title: string; button: string; known?: Values; children: ReactNode }>;

/** The frame of each move that asks something: what stands now, the fields, one button. */
function MoveForm({ data, values, errors, word, title, button, known = {}, children }: FrameProps) {
  const { candidate, family } = data;
  const base = `/gezinnen/${candidate.trajectoryId}/verwijzingen/${candidate.id}`;
  const move = referralMoves.find((one) => moveWords[one] === word);
  if (move !== undefined && !moves[move].from.includes(candidate.status.state) && Object.keys(errors).length === 0)
    return (
      <Page title={title} width="narrow" {...(family === null ? {} : { sub: family })} back={{ href: base, label: "Verwijzing" }}>
        <EmptyState title="Dit kan nu niet" action={<LinkButton href={base}>Naar de verwijzing</LinkButton>}>
          {standInWords(candidate)}
        </EmptyState>
      </Page>
    );
  return (
    <FormPage
      title={title}
      sub={[family, standInWords(candidate)].filter(Boolean).join(". ")}
      back={{ href: base, label: "Verwijzing" }}
      action={`${base}/${word}`}
      errors={errors}
      values={{ ...known, ...values }}
      version={candidate.version}
      button={button}
      leave="Terug"
    >
      {children}
    </FormPage>
  );
}

const noNames = "Dit leest ook wie niet weet om wie het gaat; noem geen namen.";

/** Who asked enters that a partner without an account took it on. */
export const AcceptForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.accept} title="De partner nam het aan" button="Vastleggen">
    <TextField name="helper" label="Wie gaat helpen?" hint="Naam van de medewerker of vrijwilliger" maxLength={120} />
  </MoveForm>
);

export const DeclineForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.decline} title="Wij kunnen dit niet doen" button="Verzoek afwijzen">
    <RadioGroup name="reason" label="Waarom niet?" options={choicesOf(declineReasons, declineReasonNames)} />
    <TextArea name="note" label="Toelichting voor de aanvrager" optional rows={3} maxLength={500} hint={noNames} />
  </MoveForm>
);

const BridgeSelect = ({ data, optional }: Readonly<{ data: ReferralData; optional: boolean }>) => (
  <Select
    name="bridge"
    label="Wat helpt tot die tijd?"
    hint="Bijvoorbeeld de praktijkondersteuner van de huisarts"
    optional={optional}
    options={data.bridges
      .filter(({ id }) => id !== data.candidate.offer.id)
      .map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }))}
  />
);

export const WaitlistForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.waitlist} title="Op de wachtlijst" button="Op de wachtlijst zetten">
    <DateField name="expectedOn" label="Wanneer verwacht u plaats?" />
    <BridgeSelect data={props.data} optional />
  </MoveForm>
);

export const BridgeForm = (props: FormProps) => (
  <MoveForm {...props} word="overbruggen" title="Overbruggen" button="Vastleggen">
    <BridgeSelect data={props.data} optional={false} />
  </MoveForm>
);

export const StartForm = (props: FormProps) => (
  <MoveForm
    {...props}
    word={moveWords.start}
    title="Wij zijn begonnen"
    button="Vastleggen"
    known={{ on: formatShortDay(props.data.today) }}
  >
    <DateField name="on" label="Eerste dag van de hulp" />
  </MoveForm>
);

const feedbackHint = ({ candidate }: ReferralData): string =>
  candidate.feedbackAllowed
    ? "Bespreek dit met het gezin. De aanvrager leest dit: het gezin vond dat goed."
    : "Het gezin wil niet dat de aanvrager hoort hoe het gaat: dit blijft bij u.";

export const ReportForm = (props: FormProps) => (
  <MoveForm {...props} word="bericht" title="Hoe gaat het?" button="Bericht opslaan">
    <TextArea name="words" label="Hoe gaat het?" rows={4} maxLength={2000} hint={feedbackHint(props.data)} />
  </MoveForm>
);

export const CompleteForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.complete} title="De hulp afronden" button="Afronden">
    <p>Na vandaag ziet uw organisatie dit gezin niet meer via deze verwijzing.</p>
    <TextArea name="words" label="Hoe ging het, en wat is er bereikt?" rows={4} maxLength={2000} hint={feedbackHint(props.data)} />
  </MoveForm>
);

export const StopForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.stop} title="De hulp stoppen" button="Stoppen">
    <RadioGroup name="reason" label="Waarom?" options={choicesOf(stopReasons, stopReasonNames)} />
    <TextArea name="note" label="Toelichting" optional rows={2} maxLength={500} hint={noNames} />
    <TextArea name="words" label="Hoe ging het?" optional rows={3} maxLength={2000} hint={feedbackHint(props.data)} />
  </MoveForm>
);

export const WithdrawForm = (props: FormProps) => (
  <MoveForm {...props} word={moveWords.withdraw} title="Verwijzing intrekken" button="Intrekken" known={{ by: "family" }}>
    <RadioGroup
      name="by"
      label="Wie trekt het in?"
      options={[
        { value: "family", label: "Het gezin wil dit niet (meer)" },
        ...(props.data.sides.asking ? [{ value: "asking", label: "Het is niet (meer) nodig" }] : []),
      ]}
    />
    <TextArea name="note" label="Toelichting" optional rows={2} maxLength={500} hint={noNames} />
  </MoveForm>
);
