import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Facts } from "../../../../design/Facts.tsx";
import { Form } from "../../../../design/Form.tsx";
import { Page } from "../../../../design/Page.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { declineReasons } from "../referral.ts";
import { declineReasonNames } from "../referral.texts.ts";
import type { ReferralData } from "../server/readReferral.ts";
import { languageWords, momentWords } from "./referralWords.ts";

/** The request on paper: nothing on it says who the family is. Whoever gets it back enters it by its code. */
export function PaperPage({ data: { candidate } }: Readonly<{ data: ReferralData }>) {
  return (
    <Page
      title="Verzoek op papier"
      heading={`Verzoek: ${candidate.offer.name}`}
      sub={`Code ${candidate.paperCode ?? ""}. Print deze pagina, en geef of stuur haar aan ${candidate.asked.organisation}.`}
      back={{ href: `/gezinnen/${candidate.trajectoryId}/verwijzingen/${candidate.id}`, label: "Verwijzing" }}
      width="narrow"
    >
      <Card title="Wat wij vragen">
        <Facts
          facts={[
            { label: "Code", value: <b>{candidate.paperCode}</b> },
            { label: "Van", value: `${candidate.askedBy.name}, ${candidate.asking.organisation}` },
            { label: "Telefoon", value: candidate.asking.phone ?? "" },
            { label: "Aan", value: candidate.asked.organisation },
            { label: "Steun", value: candidate.offer.name },
            { label: "Voor", value: `een gezin in ${candidate.municipality ?? "de regio"}, ${momentWords(candidate)}` },
            { label: "Taal", value: languageWords(candidate) },
            { label: "Haast", value: candidate.urgent ? "ja" : "nee" },
            { label: "Graag antwoord voor", value: formatDay(candidate.answerBy) },
          ]}
        />
      </Card>
      <Card title="Uw antwoord">
        <p>☐ Ja, wij helpen. Naam van wie gaat helpen: ______________________________</p>
        <p>☐ Nu niet, wel vanaf (datum): ____ - ____ - ________</p>
        <p>☐ Nee, want:</p>
        <ul>
          {declineReasons.map((reason) => (
            <li key={reason}>☐ {declineReasonNames[reason]}</li>
          ))}
        </ul>
        <p>Toelichting (geen namen): ____________________________________________________</p>
        <p>Naam en datum: ____________________________________________________</p>
        <p>Geef dit formulier terug aan {candidate.asking.organisation}, of bel. Zegt u ja, dan hoort u om wie het gaat.</p>
      </Card>
    </Page>
  );
}

/** A form came back: its code leads to the request. */
export function PaperCodePage({ values, errors }: Readonly<{ values: Values; errors: Errors }>) {
  return (
    <Page title="Formulier invoeren" width="narrow" back={{ href: "/werk", label: "Mijn werk" }} errors={errors}>
      <Form action="/verwijzingen/papier" values={values} errors={errors}>
        <TextField
          name="code"
          label="Code op het formulier"
          hint="Acht letters en cijfers, zoals K7MP-4RTA"
          width="medium"
          maxLength={12}
        />
        <ButtonRow>
          <Button>Verder</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
