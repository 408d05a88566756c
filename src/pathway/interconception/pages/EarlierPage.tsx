import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { languageName } from "../../../registry/family.texts.ts";
import { familyHeading, fullName } from "../../../registry/personName.ts";
import type { TakeOverPart } from "../interconception.ts";
import { partNames } from "../interconception.texts.ts";
import type { Earlier, EarlierData } from "../server/takeOver.ts";
import { TalkFacts } from "./TalkPages.tsx";

type Props = Readonly<{ data: EarlierData; values: Values; errors: Errors }>;
export const answerField = (part: TakeOverPart): string => `mee-${part}`;

/** What is known of an earlier pregnancy, and what of it may come along: asked part by part, taken along by nobody's silence. */
export function EarlierPage({ data, values, errors }: Props) {
  const { trajectoryId, earlier } = data;
  return (
    <Page
      title="Wat al bekend is"
      sub={familyHeading(data.family.members)}
      width="normal"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Gezin" }}
      errors={errors}
    >
      <Stack>
        <p>Kijk samen met het gezin wat mee mag naar deze lijn. Zonder een ja gaat er niets mee. De eerdere lijn blijft zoals zij is.</p>
        <SameRecord data={data} />
        {earlier.map((one) => (
          <EarlierCard key={one.line.id} data={data} one={one} values={values} errors={errors} />
        ))}
      </Stack>
    </Page>
  );
}

/** What hangs on the family, not on a line: the same for each pregnancy. It is asked whether it still holds. */
function SameRecord({ data: { family, trajectoryId } }: Readonly<{ data: EarlierData }>) {
  const safe = family.contacts.filter(({ safe: asked }) => asked === true).length;
  return (
    <Card title="Mensen, taal en contact: klopt dit nog?">
      <Facts
        facts={[
          { label: "Mensen", value: family.members.map((member) => fullName(member)).join(", ") },
          {
            label: "Taal",
            value: `${family.language === null ? "niet bekend" : languageName(family.language)}${family.interpreterNeeded ? ", met tolk" : ""}`,
          },
          {
            label: "Veilig contact",
            value:
              safe === 0 ? "nog niet gevraagd" : `${safe} van ${family.contacts.length} nummers of adressen is eerder als veilig gevraagd`,
          },
        ]}
      />
      <p>
        Dit staat bij het gezin, niet bij een zwangerschap. Vraag opnieuw of het veilig is, en verander wat niet meer klopt{" "}
        <a href={`/gezinnen/${trajectoryId}#gezin`}>bij het gezin</a>.
      </p>
    </Card>
  );
}

type OneProps = Props & Readonly<{ one: Earlier }>;

function EarlierCard({ data, one, values, errors }: OneProps) {
  const { line, category } = one;
  const asked = one.parts.filter(({ stand }) => stand === "ask");
  const mine = values["from"] === undefined || values["from"] === line.id;
  return (
    <Card title={whenOf(one)} tag={category === null ? undefined : <Tag tone="category">toen categorie {category.category}</Tag>}>
      {category !== null && (
        <p>Sinds {formatDay(category.since)}. De categorie gaat niet mee: kwetsbaarheid is steeds in beweging. Beoordeel opnieuw.</p>
      )}
      {one.parts.map((part) => (
        <PartLine key={part.part} one={one} part={part} />
      ))}
      <Details summary="Wie mocht eerder meekijken?">
        {one.consents.length === 0 ? (
          <p>Niemand, of u ziet het niet.</p>
        ) : (
          <ul>
            {one.consents.map(({ id, organisation }) => (
              <li key={id}>{organisation}</li>
            ))}
          </ul>
        )}
        <p>
          Die toestemming geldt niet voor deze lijn. <a href={`/gezinnen/${data.trajectoryId}/toestemming`}>Vraag haar opnieuw</a>.
        </p>
      </Details>
      {asked.length > 0 && !data.ended && (
        <Form
          action={`/gezinnen/${data.trajectoryId}/eerder`}
          id={`eerder-${line.id}`}
          values={mine && Object.keys(values).length > 0 ? values : { givenOn: formatShortDay(data.today), way: "spoken" }}
          errors={mine ? errors : {}}
        >
          <HiddenField name="from" value={line.id} />
          {asked.map(({ part }) => (
            <RadioGroup
              key={part}
              name={answerField(part)}
              label={partNames[part].question}
              inline
              optional
              options={[
                { value: "ja", label: "Ja, van het gezin" },
                { value: "nee", label: "Nee" },
              ]}
            />
          ))}
          <DateField name="givenOn" label="Wanneer zei het gezin dit?" />
          <RadioGroup
            name="way"
            label="Hoe?"
            inline
            options={[
              { value: "spoken", label: "In een gesprek" },
              { value: "signed", label: "Op papier, met handtekening" },
            ]}
          />
          <ButtonRow>
            <Button>Meenemen wat mag</Button>
          </ButtonRow>
        </Form>
      )}
      <LinkButton href={`/gezinnen/${line.id}`} variant="quiet">
        Naar de eerdere lijn
      </LinkButton>
    </Card>
  );
}

const whenOf = ({ line }: Earlier): string => {
  if (line.lossOn !== null) return "Een eerdere zwangerschap";
  if (line.bornOn !== null) return `Eerder: geboren op ${formatDay(line.bornOn)}`;
  return line.dueDate === null ? "Eerder: vóór een zwangerschap" : `Eerder: uitgerekend op ${formatDay(line.dueDate)}`;
};

const standWords = { taken: "is meegenomen", nothing: "niets (dat u ziet)", elsewhere: "neemt een andere functie mee", ask: null } as const;

function PartLine({ one, part }: Readonly<{ one: Earlier; part: Earlier["parts"][number] }>) {
  const word = standWords[part.stand];
  return (
    <div>
      <h3>
        {partNames[part.part].title} {word !== null && <Tag tone={part.stand === "taken" ? "ok" : "plain"}>{word}</Tag>}
      </h3>
      {part.part === "signals" && one.factors.length > 0 && <p>{one.factors.map(({ label }) => label).join(", ")}</p>}
      {part.part === "plan" && one.plan.length > 0 && (
        <ul>
          {one.plan.map((wording, nr) => (
            <li key={nr}>{wording}</li>
          ))}
        </ul>
      )}
      {part.part === "talks" && one.talks.map((talk) => <TalkFacts key={talk.id} talk={talk} />)}
      {part.saidNoOn !== null && part.stand === "ask" && <p>Op {formatDay(part.saidNoOn)} zei het gezin nee.</p>}
    </div>
  );
}
