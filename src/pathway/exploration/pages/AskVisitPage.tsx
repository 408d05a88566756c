import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { standInWords } from "../homeVisit.texts.ts";
import type { AskData } from "../server/readVisit.ts";

type Props = Readonly<{ data: AskData; values: Values; errors: Errors }>;

/** Asks the youth health service for a visit. Where consent is missing, that comes first. */
export function AskVisitPage({ data, values, errors }: Props) {
  const { line, services } = data;
  const home = `/gezinnen/${line.id}`;
  const near = services.filter(({ serves }) => serves);
  const choices = near.length > 0 ? near : services;
  const allowed = choices.filter((one) => one.allowed);
  const postnatal = line.bornOn !== null;
  return (
    <Page
      title={postnatal ? "Postnataal huisbezoek vragen" : "Prenataal huisbezoek vragen"}
      width="narrow"
      sub={data.family}
      back={{ href: home, label: data.family }}
      errors={errors}
    >
      {line.state === "ended" ? (
        <Alert title="Deze lijn is afgesloten" tone="soon">
          <p>Een huisbezoek kan pas weer als de lijn heropend is.</p>
          <LinkButton href={home}>Terug naar het gezin</LinkButton>
        </Alert>
      ) : data.running !== null ? (
        <Alert title="Er loopt al een huisbezoek" tone="info">
          <p>{standInWords(data.running)}</p>
          <LinkButton href={`${home}/huisbezoeken/${data.running.id}`} variant="primary">
            Naar dit huisbezoek
          </LinkButton>
        </Alert>
      ) : allowed.length === 0 ? (
        <Alert title="Vraag eerst of het gezin dit wil" tone="soon">
          <p>
            Een huisbezoek kan alleen met toestemming van het gezin. De JGZ moet mogen weten wie het gezin is, en mogen opschrijven wat zij
            vindt.
          </p>
          <LinkButton href={`${home}/toestemming/vragen/huisbezoek`} variant="primary">
            Toestemming vragen
          </LinkButton>
        </Alert>
      ) : (
        <AskForm data={data} choices={choices} values={values} errors={errors} />
      )}
    </Page>
  );
}

function AskForm({ data, choices, values, errors }: Props & Readonly<{ choices: AskData["services"] }>) {
  const home = `/gezinnen/${data.line.id}`;
  const allowed = choices.filter((one) => one.allowed);
  return (
    <Form
      action={`${home}/huisbezoeken/nieuw`}
      errors={errors}
      values={{ asked: allowed.length === 1 ? (allowed[0]?.id ?? "") : "", urgent: "nee", ...values }}
      draft="huisbezoek"
    >
      <HiddenField name="kind" value={data.line.bornOn !== null ? "postnatal" : "prenatal"} />
      <RadioGroup
        name="asked"
        label="Wie vraagt u?"
        options={choices.map((service) => ({
          value: service.id,
          label: service.name,
          hint: service.allowed ? "Het gezin gaf hiervoor toestemming" : "Hiervoor gaf het gezin (nog) geen toestemming",
        }))}
      />
      <RadioGroup
        name="urgent"
        label="Is er haast bij?"
        inline
        options={[
          { value: "nee", label: "Nee, binnen een week antwoord" },
          { value: "ja", label: "Ja, de volgende werkdag" },
        ]}
      />
      <TextArea
        name="question"
        label="Waar moet het bezoek op letten?"
        optional
        maxLength={2000}
        hint="De JGZ leest dit pas als zij het verzoek aanneemt. Tot dan ziet zij alleen de gemeente, de weken, de taal en de termijn."
      />
      <ButtonRow>
        <Button>Huisbezoek vragen</Button>
        <LinkButton href={home} variant="quiet">
          Niet nu
        </LinkButton>
      </ButtonRow>
    </Form>
  );
}
