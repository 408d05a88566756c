import { ActionForm } from "../../../../design/ActionForm.tsx";
import { Alert } from "../../../../design/Alert.tsx";
import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { choicesOf } from "../../../../design/choicesOf.ts";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Form } from "../../../../design/Form.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { openPlaceStates, signOffReasons, type GroupPlace } from "../group.ts";
import { endReasonNames, placeStateNames } from "../group.texts.ts";
import type { FamilyGroups } from "../server/readFamilyGroups.ts";
import type { SignUpData } from "../server/readGroups.ts";

/** Signing a family up for a group of the own organisation. */
export function SignUpPage({
  data: { line, heading, groups },
  values,
  errors,
}: Readonly<{ data: SignUpData; values: Values; errors: Errors }>) {
  return (
    <Page
      title="Aanmelden voor een groep"
      width="narrow"
      sub={heading}
      back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}
      errors={errors}
    >
      {groups.length === 0 ? (
        <Card>
          <EmptyState
            title="Uw organisatie heeft geen open groep"
            action={<LinkButton href={`/gezinnen/${line.id}/steun`}>Steun zoeken</LinkButton>}
          >
            Voor een groep van een andere organisatie vraagt u een plek met een verwijzing.
          </EmptyState>
        </Card>
      ) : (
        <Form action={`/gezinnen/${line.id}/groepen/aanmelden`} values={values} errors={errors}>
          {line.lossOn !== null && <Alert title="In dit gezin was een verlies" tone="soon" />}
          <RadioGroup
            name="group"
            label="Welke groep?"
            options={groups.map((group) => ({
              value: group.id,
              label: group.name,
              hint: [
                group.offer.name,
                group.nextOn && `volgende keer ${formatDay(group.nextOn)}`,
                group.taken >= group.places ? "vol" : `${group.places - group.taken} vrij`,
              ]
                .filter(Boolean)
                .join(", "),
            }))}
          />
          <Checkbox name="mayWait" label="Is de groep vol? Dan wil het gezin op de wachtlijst" />
          <Checkbox name="agreed" label="Het gezin wil dit zelf" />
          <ButtonRow>
            <Button>Aanmelden</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

type Props = Readonly<{ data: FamilyGroups; organisationId: string; mayWrite: boolean }>;

/** The groups of one family: where it takes part, waits, or was asked. */
export function FamilyGroupsPage({ data: { line, heading, places, maySignUp, news }, organisationId, mayWrite }: Props) {
  const open = mayWrite && line.state === "open";
  return (
    <Page
      title="Groepen"
      width="normal"
      sub={heading}
      back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}
      actions={
        open && maySignUp ? <LinkButton href={`/gezinnen/${line.id}/groepen/aanmelden`}>Aanmelden voor een groep</LinkButton> : undefined
      }
    >
      <Stack>
        {news && (
          <Alert title="Er is iets veranderd">
            <p>Hieronder ziet u hoe het staat.</p>
            <ActionForm action={`/gezinnen/${line.id}/groepen/gelezen`} button="Gelezen" />
          </Alert>
        )}
        {places.length === 0 && (
          <Card>
            <EmptyState title="Dit gezin doet aan geen groep mee">Aanmelden kan vanaf hier, of met een verwijzing.</EmptyState>
          </Card>
        )}
        {places.map((place) => (
          <PlaceCard key={place.id} place={place} gives={place.organisationId === organisationId} mayWrite={mayWrite} />
        ))}
      </Stack>
    </Page>
  );
}

function PlaceCard({ place, gives, mayWrite }: Readonly<{ place: GroupPlace; gives: boolean; mayWrite: boolean }>) {
  const at = `/gezinnen/${place.trajectoryId}/groepen/${place.id}`;
  const { text, tone } = placeStateNames[place.state];
  const open = openPlaceStates.includes(place.state);
  return (
    <Card title={place.group} tag={<Tag tone={tone}>{text}</Tag>} tone={place.state === "asked" ? "info" : undefined}>
      <p>
        Aangemeld op {formatDay(place.joinedOn)}.
        {place.answerBy !== null && ` Er is een plek vrij tot en met ${formatDay(place.answerBy)}.`}
        {place.endedOn !== null &&
          ` Geëindigd op ${formatDay(place.endedOn)}${place.reason === null ? "" : `: ${endReasonNames[place.reason]}`}.`}
      </p>
      {mayWrite && open && (
        <>
          {gives && place.state === "asked" && (
            <ButtonRow>
              <ActionForm action={`${at}/ja`} hidden={{ version: place.version }} button="Het gezin komt" variant="primary" />
              <ActionForm action={`${at}/nee`} hidden={{ version: place.version }} button="Het gezin wil niet meer" />
            </ButtonRow>
          )}
          <Form action={`${at}/afmelden`} id={`afmelden-${place.id}`}>
            <input type="hidden" name="version" value={place.version} />
            <RadioGroup name="reason" label="Afmelden, omdat" inline options={choicesOf(signOffReasons, endReasonNames)} />
            <ButtonRow>
              <Button variant="quiet">Afmelden</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Card>
  );
}
