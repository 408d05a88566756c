import { ActionForm } from "../../design/ActionForm.tsx";
import { Alert } from "../../design/Alert.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import { Columns } from "../../design/Columns.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { Facts } from "../../design/Facts.tsx";
import { Form } from "../../design/Form.tsx";
import { HiddenField } from "../../design/HiddenField.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { Page } from "../../design/Page.tsx";
import { TextArea } from "../../design/TextArea.tsx";
import { formatDay } from "../../kit/day.ts";
import type { FamilyWord, FamilyPages } from "../server/invite.store.ts";
import type { Invited, PagesData } from "../server/invite.ts";
import { hindranceSentences, wordKinds } from "../portalProfessional.texts.ts";

/** The mother's own pages, as a professional arranges them; and what she said there. */
export function PagesPage({ data }: Readonly<{ data: PagesData }>) {
  const base = `/gezinnen/${data.line.id}`;
  return (
    <Page
      title="Eigen pagina van het gezin"
      heading="Eigen pagina"
      sub={`${data.family}. De moeder leest hier haar plan, beslist mee en vraagt iets.`}
      back={{ href: base, label: data.family }}
    >
      <Columns
        aside={data.pages === null ? <OthersArrange /> : <Access base={base} data={data} pages={data.pages} />}
        asideLabel="Toegang van de moeder"
      >
        <Words base={base} data={data} />
      </Columns>
    </Page>
  );
}

const OthersArrange = () => (
  <Card title="Toegang">
    <p>Wie het gezin inschreef of kent, regelt de toegang.</p>
  </Card>
);

function Access({ base, data, pages }: Readonly<{ base: string; data: PagesData; pages: FamilyPages }>) {
  return (
    <Card title="Toegang van de moeder">
      <Facts
        facts={[
          { label: "Stand", value: standOf(pages) },
          pages.lastUsed === null ? null : { label: "Laatst gebruikt", value: formatDay(pages.lastUsed) },
          pages.invitedUntil === null
            ? null
            : { label: "Code werkt tot en met", value: `${formatDay(pages.invitedUntil)} (gemaakt door ${pages.invitedBy ?? ""})` },
        ]}
      />
      <Invite base={base} data={data} pages={pages} />
      <ButtonRow>
        {pages.invitedUntil !== null && <ActionForm action={`${base}/eigen-pagina/intrekken`} button="Uitnodiging intrekken" />}
        {pages.accountSince !== null && (
          <ActionForm
            action={`${base}/eigen-pagina/stoppen`}
            button="Toegang stoppen"
            confirm="De eigen pagina gaat meteen dicht, op elk apparaat. Doe dit als een telefoon in verkeerde handen is, of als de moeder erom vraagt."
          />
        )}
      </ButtonRow>
    </Card>
  );
}

function standOf({ accountSince, invitedUntil, stoppedOn, stoppedBy }: FamilyPages): string {
  if (accountSince !== null) return `Heeft toegang sinds ${formatDay(accountSince)}`;
  if (invitedUntil !== null) return "Uitgenodigd, nog niet begonnen";
  if (stoppedOn !== null)
    return `Gestopt op ${formatDay(stoppedOn)} ${stoppedBy === "family" ? "door de moeder zelf" : "door een professional"}`;
  return "Nog niet uitgenodigd";
}

function Invite({ base, data, pages }: Readonly<{ base: string; data: PagesData; pages: FamilyPages }>) {
  const { hindrance, age, line, safeEmail } = data;
  if (hindrance !== null)
    return (
      <Alert title="Uitnodigen kan nu niet" tone="info">
        {hindranceSentences[hindrance]}{" "}
        {hindrance === "no-digital-contact" && <a href={`${base}/toestemming/vragen/digitaal`}>Vraag of digitaal contact mag</a>}
      </Alert>
    );
  return (
    <>
      <p>
        {age !== null && age < 16
          ? `Zij is ${age}: zij beslist samen met haar ouders of voogd. Bespreek dit eerst met hen, tenzij dat haar zou schaden.`
          : "Zij beslist zelf of zij dit wil. Haar partner ziet er niets van."}
      </p>
      {!safeEmail && <p>Er is geen e-mailadres bekend dat veilig is: zij kan dan alleen met haar eigen apparaat naar binnen.</p>}
      {line.lossOn !== null && <p>Na het verlies vraagt haar pagina niets vanzelf.</p>}
      {pages.accountSince !== null && <p>Een nieuwe code vervangt hoe zij nu binnenkomt, zodra zij hem gebruikt.</p>}
      <ButtonRow>
        <ActionForm
          action={`${base}/eigen-pagina/uitnodigen`}
          hidden={{ manier: "brief" }}
          button="Brief met code (PDF)"
          variant="primary"
          plain
        />
        <ActionForm action={`${base}/eigen-pagina/uitnodigen`} hidden={{ manier: "voorlezen" }} button="Code voorlezen" />
      </ButtonRow>
    </>
  );
}

function Words({ base, data }: Readonly<{ base: string; data: PagesData }>) {
  if (data.words.length === 0)
    return (
      <Card title="Wat zij zegt en vraagt">
        <EmptyState title="Nog niets">Zodra de moeder iets schrijft of kiest op haar eigen pagina, staat het hier.</EmptyState>
      </Card>
    );
  return (
    <>
      <ButtonRow>
        <ActionForm action={`${base}/eigen-pagina/gezien`} button="Gelezen" />
      </ButtonRow>
      {data.words.map((one) => (
        <WordCard key={one.id} base={base} one={one} mayAnswer={data.mayAnswer} />
      ))}
    </>
  );
}

function WordCard({ base, one, mayAnswer }: Readonly<{ base: string; one: FamilyWord; mayAnswer: boolean }>) {
  return (
    <Card title={wordKinds[one.kind]} tag={<small className="wieg-note">{formatDay(one.saidOn)}</small>}>
      {one.kind !== "referral" && <p>{one.words}</p>}
      {one.answer !== null && (
        <p>
          <b>
            {one.answeredBy}, {formatDay(one.answeredOn ?? one.saidOn)}:
          </b>{" "}
          {one.answer}
        </p>
      )}
      {one.answer === null && one.kind !== "referral" && mayAnswer && (
        <Form action={`${base}/eigen-pagina/antwoord`} id={`antwoord-${one.id}`}>
          <HiddenField name="woord" value={one.id} />
          <HiddenField name="versie" value={one.version} />
          <TextArea name="antwoord" label="Antwoord (zij leest dit)" rows={3} maxLength={2000} />
          <Button variant="secondary">Antwoorden</Button>
        </Form>
      )}
    </Card>
  );
}

/** The code, this once. */
export function InvitedPage({ trajectoryId, invited }: Readonly<{ trajectoryId: string; invited: Invited }>) {
  return (
    <Page title="Code voor de eigen pagina" width="narrow" back={{ href: `/gezinnen/${trajectoryId}/eigen-pagina`, label: "Eigen pagina" }}>
      <Card title="Lees deze code voor">
        <p className="wieg-secret">{invited.code}</p>
        <p>
          De code is nu één keer te zien. Hij werkt één keer, tot en met {formatDay(invited.until)}, samen met haar geboortedatum. Een
          eerdere code werkt niet meer.
        </p>
        <p>Zij begint op de pagina /mijn/beginnen.</p>
      </Card>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${trajectoryId}/eigen-pagina`}>Klaar</LinkButton>
      </ButtonRow>
    </Page>
  );
}
