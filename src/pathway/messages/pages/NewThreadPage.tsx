import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import { mayTalkWithFamily, type Addressee, type ThreadPart } from "../messages.ts";
import { partWords, slugOf, subjectHref } from "../messages.texts.ts";
import { groupAddressees } from "../rules/groupAddressees.ts";
import type { NewThreadForm } from "../server/readMessages.ts";

type Props = Readonly<{ data: { data: NewThreadForm; parts: readonly ThreadPart[]; withFamily: boolean }; values: Values; errors: Errors }>;

const yesNo = [
  { value: "nee", label: "Nee" },
  { value: "ja", label: "Ja" },
];

/** A new conversation: about what, with whom, and the first message. */
export function NewThreadPage({ data: { data, parts, withFamily }, values, errors }: Props) {
  const { line, family, part, subject, subjectNow, addressees } = data;
  const base = `/gezinnen/${line.id}/berichten`;
  const slug = slugOf(subject ?? part);
  const me = addressees.find((one) => one.me);
  const others = addressees.filter((one) => !one.me);
  const withMother = data.mother !== null && mayTalkWithFamily(part) && subject?.kind !== "signal";
  return (
    <Page title="Nieuw gesprek" width="narrow" sub={family} back={{ href: base, label: "Berichten" }} errors={errors}>
      {subject === null || subjectNow === null ? (
        <SectionNav
          label="Waarover gaat het?"
          items={parts.map((one) => ({ href: `${base}/nieuw/${partWords[one].slug}`, label: partWords[one].name, current: one === part }))}
        />
      ) : (
        <p>
          Over: <a href={subjectHref(line.id, subject)}>{subjectNow.label}</a>
        </p>
      )}
      <p className="wieg-note">{partWords[part].hint}</p>
      {line.state !== "open" || me === undefined || (others.length === 0 && !withMother) || subjectNow?.discussed === false ? (
        <NotPossible data={data} />
      ) : (
        <Form
          action={`${base}/nieuw/${slug}`}
          errors={errors}
          values={{
            topic: subjectNow?.label ?? "",
            medical: subjectNow?.medical === true ? "ja" : "",
            partner: subjectNow?.partner === true ? "ja" : "nee",
            family: withMother && withFamily ? "ja" : "nee",
            ...values,
          }}
          draft={`bericht-${line.id}-${slug}`}
        >
          <MotherField data={data} possible={withMother} />
          <AddresseeField others={others} me={me} optional={withMother} />
          {me.medical ? (
            <RadioGroup
              name="medical"
              label="Staat er iets medisch in?"
              hint="Dan leest het sociaal domein niet mee, tenzij het gezin dat wil."
              inline
              options={yesNo}
            />
          ) : (
            <HiddenField name="medical" value="nee" />
          )}
          {line.partnerId !== null && me.partner && (
            <RadioGroup
              name="partner"
              label="Gaat het ook over de partner?"
              hint="Dan moet hij zelf goedvinden dat dit gelezen wordt."
              inline
              options={yesNo}
            />
          )}
          <TextField name="topic" label="Onderwerp" maxLength={120} width="long" />
          <TextArea
            name="words"
            label="Bericht"
            rows={6}
            maxLength={5000}
            hint="Het bericht hoort bij het dossier en blijft zoals u het verstuurt. Niets over de Meldcode. Kan het niet wachten? Bel."
          />
          <ButtonRow>
            <Button>Versturen</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

/** Who knows this family at once, everyone else who may read it under the name of the organisation. */
function AddresseeField({ others, me, optional }: Readonly<{ others: readonly Addressee[]; me: Addressee; optional: boolean }>) {
  const { near, rest } = groupAddressees(others);
  return (
    <CheckboxGroup
      name="to"
      label="Aan wie?"
      optional={optional}
      hint={
        <>
          Hier staat alleen wie dit deel nu mag lezen. Collega's in hetzelfde team lezen mee, zodat niets blijft liggen als iemand weg is.
          {near.length > 0 && rest.length > 0 && " Bovenaan staat wie dit gezin kent; de anderen staan per organisatie daaronder."}
        </>
      }
      options={near.map((one) => optionOf(one, me))}
      folded={rest.map(({ organisation, people }) => ({ name: organisation, options: people.map((one) => optionOf(one, me)) }))}
    />
  );
}

/** With the mother from the first message on, or never: what that means is said before it is pressed. */
function MotherField({ data: { mother }, possible }: Readonly<{ data: NewThreadForm; possible: boolean }>) {
  if (mother === null) return <HiddenField name="family" value="nee" />;
  if (!possible)
    return (
      <>
        <HiddenField name="family" value="nee" />
        <p className="wieg-note">
          Dit gesprek is zonder de moeder: over signalen, de inschatting en haar partner leest zij niet mee. Wilt u haar iets schrijven?
          Kies dan bijvoorbeeld Praktisch of Gezinsplan.
        </p>
      </>
    );
  return (
    <>
      <RadioGroup
        name="family"
        label="Ook met het gezin?"
        options={[
          { value: "nee", label: "Nee, alleen met professionals" },
          {
            value: "ja",
            label: "Ja, de moeder leest en schrijft mee",
            hint: "Kiest u niemand anders, dan schrijft u met haar alleen. Uw eigen team leest mee.",
          },
        ]}
      />
      <Alert title="Leest de moeder mee, dan leest zij alles" tone="soon" level={3}>
        <p>
          Zij ziet op haar eigen pagina elk bericht vanaf het eerste, van iedereen, en wie er meeleest. Dat verandert later niet meer.
          Schrijf dus aan haar, en niets wat zij niet mag weten.{" "}
          {mother.mailed ? mailedWords : mother.afterLoss ? afterLossWords : notMailedWords}
        </p>
      </Alert>
    </>
  );
}

const mailedWords = "Zij krijgt hooguit één e-mail per dag, zonder inhoud.";
const notMailedWords =
  "Zij krijgt géén e-mail: er is geen adres dat op elk moment veilig is. Spreek met haar af wanneer zij kijkt, of bel haar.";
const afterLossWords = "Na het verlies krijgt zij vanzelf géén e-mail: zij leest het als zij zelf kijkt. Bel haar liever.";

/** What someone may not read is said where the asker could write it. */
function optionOf(one: Addressee, me: Addressee | undefined) {
  const role = isRole(one.role) ? roleNames[one.role] : one.role;
  const limits = [
    me?.medical && !one.medical ? "leest niets medisch" : "",
    me?.partner && !one.partner ? "leest niets over de partner" : "",
  ]
    .filter(Boolean)
    .join(", ");
  return {
    value: String(one.principal),
    label: one.name === null ? `${one.organisation}: heel het team (${role})` : `${one.name}, ${role} bij ${one.organisation}`,
    hint: [one.leads ? "casusregisseur" : one.near ? "kent dit gezin" : "", limits].filter(Boolean).join("; ") || undefined,
  };
}

/** Why there is nobody to write to about this, and what then. */
function NotPossible({ data: { line, part, subjectNow } }: Readonly<{ data: NewThreadForm }>) {
  if (line.state !== "open") return <EmptyState title="Deze lijn is afgesloten">U kunt de berichten nog lezen.</EmptyState>;
  if (subjectNow?.discussed === false)
    return (
      <Alert title="Bespreek het signaal eerst met het gezin" tone="soon">
        <p>Tot dan is het alleen van uw organisatie en kunt u er met anderen niet over schrijven.</p>
      </Alert>
    );
  return (
    <Alert title="U kunt hier nu met niemand over schrijven" tone="soon">
      <p>
        Een bericht over “{partWords[part].name.toLowerCase()}” kan alleen als het gezin goedvindt dat uw eigen organisatie én de ander dit
        deel lezen. Bespreek het met het gezin, of bel.
      </p>
      <LinkButton href={`/gezinnen/${line.id}/toestemming`}>Toestemming bekijken</LinkButton>
    </Alert>
  );
}
