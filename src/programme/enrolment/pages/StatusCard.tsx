import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { criterionInSentence } from "../criterion.texts.ts";
import { offerNames } from "../enrolment.texts.ts";
import { offers } from "../enrolment.ts";
import type { Enrolment } from "../server/readEnrolment.ts";
import { answerHref, answerWords } from "./Criteria.tsx";
import type { EnrolmentRights } from "./EnrolmentPage.tsx";

type Props = Readonly<{ enrolment: Enrolment; rights: EnrolmentRights }>;

/** What the criteria come to, and the one thing to do about it. */
export function StatusCard({ enrolment, rights }: Props) {
  const { eligibility } = enrolment;
  if (eligibility.outcome === "eligible") return <FitsCard enrolment={enrolment} rights={rights} />;
  if (eligibility.outcome === "open") return <OpenCard enrolment={enrolment} rights={rights} />;
  return <FitsNotCard enrolment={enrolment} rights={rights} />;
}

function FitsCard({ enrolment: { line, pillar, programme, criteria }, rights }: Props) {
  if (!rights.decide)
    return (
      <Card title="Dit gezin voldoet" tone="ok">
        <p>De verloskundige, de gynaecoloog of de coördinator kraamzorg legt het besluit vast.</p>
      </Card>
    );
  const either = criteria.some(({ reason }) => reason === "insurer-either");
  return (
    <Card title="Dit gezin voldoet" tone="ok">
      <p>
        {pillar === 1
          ? "Met een plaats betaalt het gezin geen eigen bijdrage voor de kraamzorg."
          : `Met een plaats krijgt het gezin kraamzorg na de tiende dag, tot ${programme.settings.windows.pillar2Months} maanden na de geboorte.`}{" "}
        De plaats blijft, ook als er later iets verandert.
      </p>
      <Form action={`/gezinnen/${line.id}/geboortezorg-flex/${pillar}/besluit`}>
        {either && (
          <RadioGroup
            name="funder"
            label="Via wie is de verzekering?"
            hint="Voor de rekening. Weet u het nog niet? Dan staat het daarna bij uw werk."
            optional
            inline
            options={[
              { value: "CZ", label: "CZ" },
              { value: "VGZ", label: "VGZ" },
            ]}
          />
        )}
        <ButtonRow>
          <Button>Besluit: geef een plaats</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

function OpenCard({ enrolment, rights }: Props) {
  const { line, pillar, criteria, places, entry, asked } = enrolment;
  const open = criteria.filter(({ outcome }) => outcome === "unknown");
  const [first] = open;
  const own = places.find((one) => one.pillar === pillar && one.entry === entry);
  const free = own ? own.places - own.taken : 0;
  return (
    <Card title={open.length === 1 ? "Nog één vraag open" : `Nog ${open.length} vragen open`} tone="soon">
      <p>
        Te beantwoorden: {open.map(({ code }) => criterionInSentence(code)).join("; ")}. Daarna kan het besluit vallen. Wij houden geen
        plaats vast; op dit moment {free === 1 ? "is er 1" : `zijn er ${free}`} vrij.
      </p>
      {asked.length > 0 && <p className="wieg-note">De open vragen staan bij uw werk, met een termijn.</p>}
      {(rights.decide || rights.confirm) && first && (
        <ButtonRow>
          {rights.mayAnswer(first.code) && (
            <LinkButton variant="primary" href={answerHref(first, { trajectoryId: line.id, motherId: line.motherId, pillar })}>
              {answerWords(first)}
            </LinkButton>
          )}
          <ActionForm
            action={`/gezinnen/${line.id}/geboortezorg-flex/${pillar}/vragen`}
            button={asked.length > 0 ? "Vraag het opnieuw uit" : "Zet uit bij wie het weet"}
          />
        </ButtonRow>
      )}
      <Details summary="Wat biedt u het gezin als het niet kan?">
        <Instead />
      </Details>
    </Card>
  );
}

function FitsNotCard({ enrolment: { line, pillar, eligibility, criteria }, rights }: Props) {
  const codes = eligibility.outcome === "not_eligible" ? eligibility.notMet : [];
  const open = criteria.some(({ outcome }) => outcome === "unknown");
  const onlyFull = codes.every((code) => code === "capacity");
  return (
    <Card title={onlyFull ? "De plaatsen zijn op" : "Dit gezin voldoet niet"} tone="late">
      <p>
        {onlyFull ? (open ? "" : "Verder past alles. ") : `Niet aan: ${codes.map((code) => criterionInSentence(code)).join(", ")}. `}
        Leg het besluit vast met wat u het gezin in plaats hiervan aanbiedt. Leg het gezin goed uit waarom.
      </p>
      {open && <p className="wieg-note">De open vragen maken voor dit besluit niet uit.</p>}
      {rights.decide && (
        <ButtonRow>
          <LinkButton variant="primary" href={`/gezinnen/${line.id}/geboortezorg-flex/${pillar}/geen-plaats`}>
            Leg vast: geen plaats
          </LinkButton>
        </ButtonRow>
      )}
      <Details summary="Wat biedt u het gezin in plaats hiervan?">
        <Instead />
      </Details>
    </Card>
  );
}

/** The regular support goes on for everyone [001 3.6]. */
const Instead = () => (
  <>
    <p>Het gezin houdt alle gewone zorg en hulp. Kies samen wat past:</p>
    <ul>
      {offers
        .filter((offer) => offer !== "other")
        .map((offer) => (
          <li key={offer}>{offerNames[offer]}</li>
        ))}
    </ul>
  </>
);
