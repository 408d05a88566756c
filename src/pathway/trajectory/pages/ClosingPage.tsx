import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { ClosingWay, StillOpen } from "../closing.ts";
import { aftercareDays, reopenDays } from "../rules/closingRules.ts";
import { periodOf } from "../rules/period.ts";
import type { Closing } from "../server/closeLine.ts";
import { endReasonNames, endReasons } from "../trajectory.texts.ts";
import { LineForm, type FormState } from "./LineForm.tsx";

const wayWords: Readonly<Record<ClosingWay, { tag: string; tone: "late" | "soon" | "ok" }>> = {
  settle: { tag: "eerst afronden", tone: "late" },
  goes_on: { tag: "bespreken", tone: "soon" },
  ends: { tag: "stopt vanzelf", tone: "ok" },
};

/** Closing a line: what is still open, what happens with each, and then the close. While something has to be settled there is no button. */
export function ClosingPage({ closing: { whole, open }, ...state }: FormState & { closing: Closing }) {
  const { line, today } = whole;
  const unsettled = open.filter(({ check }) => check.way === "settle");
  const back = { href: `/gezinnen/${line.id}`, label: "Gezin" };
  if (unsettled.length > 0)
    return (
      <Page title="Lijn afsluiten" width="narrow" back={back} errors={state.errors}>
        <Alert title="Er staat nog iets open" tone="late">
          Rond dit eerst af. Zo gaat er niets verloren. Daarna sluit u de lijn hier af.
        </Alert>
        <OpenCards open={open} />
        <ButtonRow>
          <LinkButton href={back.href}>Terug naar het gezin</LinkButton>
        </ButtonRow>
      </Page>
    );
  const goingOn = open.filter(({ check }) => check.way === "goes_on");
  const reasons = endReasons.filter((reason) => reason !== "second_birthday" || periodOf(line, today) === "ended");
  return (
    <LineForm
      {...state}
      title="Lijn afsluiten"
      path="afsluiten"
      version={line.version}
      saved={{ on: formatShortDay(today) }}
      button="Lijn afsluiten"
      sub="Wat is vastgelegd blijft bewaard, zo lang de wet het zegt."
      above={<OpenCards open={open} />}
      below={<WhoSeesWhat />}
    >
      <p className="wieg-note">
        Verhuist het gezin? <a href={`/gezinnen/${line.id}/overdrachten`}>Draag de zorg dan eerst over</a>. Ook aan iemand die niet met Wieg
        werkt: u geeft dan een document mee.
      </p>
      <RadioGroup name="reason" label="Waarom?" options={reasons.map((value) => ({ value, label: endReasonNames[value] }))} />
      <DateField name="on" label="Vanaf welke dag?" />
      {goingOn.length > 0 && (
        <CheckboxGroup
          name="agreed"
          label="Besproken met het gezin"
          hint="Dit loopt nog. Wieg volgt het na het afsluiten niet meer."
          options={goingOn.map(({ check }) => ({ value: check.kind, label: `${check.title}: het gezin weet hoe dit doorgaat` }))}
        />
      )}
    </LineForm>
  );
}

const OpenCards = ({ open }: { open: readonly StillOpen[] }) => (
  <>
    {open.map(({ check, things }) => (
      <Card key={check.kind} title={check.title} tag={<Tag tone={wayWords[check.way].tone}>{wayWords[check.way].tag}</Tag>}>
        <p>{check.next}</p>
        <ul>
          {things.map(({ id, name, href }) => (
            <li key={id}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </Card>
    ))}
  </>
);

const WhoSeesWhat = () => (
  <Details summary="Wie ziet daarna nog wat?">
    <ul>
      <li>Iedere organisatie blijft zien wat zij zelf vastlegde.</li>
      <li>
        Wat het gezin deelde, ziet wie betrokken was nog {aftercareDays} dagen, om af te ronden. Wil het gezin stoppen, dan nog alleen
        vandaag.
      </li>
      <li>De casusregie stopt. Een signaal dat nog niet is besproken, blijft erom vragen bij wie het vastlegde.</li>
      <li>
        Binnen {reopenDays} dagen opent u de lijn weer zoals zij was. Daarna begint een nieuwe zwangerschap of vraag met een nieuwe lijn.
      </li>
    </ul>
  </Details>
);
