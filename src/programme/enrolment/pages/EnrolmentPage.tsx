import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import type { CriterionCode } from "../../letters/letter.ts";
import { choiceSentences } from "../../configuration/configuration.texts.ts";
import { refusalSentence } from "../enrolment.texts.ts";
import type { Enrolment } from "../server/readEnrolment.ts";
import { Criteria } from "./Criteria.tsx";
import { DecisionsCard } from "./DecisionsCard.tsx";
import { HeldCard } from "./HeldCard.tsx";
import { LetterCard } from "./LetterCard.tsx";
import { NoPlaceCard } from "./NoPlaceCard.tsx";
import { RequestCard } from "./RequestCard.tsx";
import { StatusCard } from "./StatusCard.tsx";

/** Who looks, and what she may do here. */
export interface EnrolmentRights {
  readonly decide: boolean;
  readonly confirm: boolean;
  /** May record how the family may be reached. */
  readonly contact: boolean;
  /** May answer this criterion, where it is unknown. */
  mayAnswer(this: void, code: CriterionCode): boolean;
}

type Props = Readonly<{ enrolment: Enrolment; rights: EnrolmentRights; problem: string | null }>;

/** One family and one pillar: each criterion with its reason, the one thing to do now, and what was decided. */
export function EnrolmentPage({ enrolment, rights, problem }: Props) {
  const { pillar, line, programme, held, decisions, family } = enrolment;
  const base = `/gezinnen/${line.id}/geboortezorg-flex`;
  const [newest] = decisions;
  return (
    <Page
      title={`${programme.name}, pijler ${pillar}`}
      heading={`${programme.name}, pijler ${pillar}: besluit`}
      sub={<Sub enrolment={enrolment} />}
      width="narrow"
      back={{ href: `/gezinnen/${line.id}`, label: familyHeading(family?.members ?? []) }}
    >
      <SectionNav
        label={programme.name}
        items={[
          { href: `${base}/1`, label: "Pijler 1" },
          { href: `${base}/2`, label: "Pijler 2" },
          { href: `/geboortezorg-flex?programma=${programme.code}`, label: "Alle plaatsen" },
        ]}
      />
      {problem !== null && <Alert title={problem} tone="late" />}
      <NotYetAlert hears={enrolment.hears} />
      {held ? (
        <HeldCard enrolment={enrolment} held={held} rights={rights} />
      ) : (
        newest?.outcome === "no_place" && <NoPlaceCard decision={newest} />
      )}
      {pillar === 2 && <RequestCard enrolment={enrolment} rights={rights} />}
      <CriteriaCard enrolment={enrolment} rights={rights} />
      {!held && enrolment.obstacle && (
        <Alert title="Nu is er geen plaats mogelijk" tone="late">
          {refusalSentence(enrolment.obstacle)}
        </Alert>
      )}
      {!held && !enrolment.obstacle && !isDecided(enrolment) && <StatusCard enrolment={enrolment} rights={rights} />}
      {enrolment.letter && newest && (
        <LetterCard
          letter={enrolment.letter}
          decision={newest}
          href={`${base}/${pillar}/brief.pdf`}
          contactHref={rights.contact ? `/gezinnen/${line.id}/contact/nieuw` : null}
          addressHref={rights.contact ? addressPage(line.id, family) : null}
        />
      )}
      {decisions.length > 1 && <DecisionsCard decisions={decisions.slice(1)} />}
    </Page>
  );
}

/** Care goes on and may be decided; what she may not hear yet is said to who could tell her. In both arms alike. */
function NotYetAlert({ hears }: Readonly<{ hears: Enrolment["hears"] }>) {
  if (hears.state === "now") return null;
  const until = hears.until === null ? "" : ` tot en met ${formatDay(hears.until)}`;
  return (
    <Alert title="Zij hoort dit nog niet" tone="soon">
      {hears.because === "list"
        ? hears.until === null
          ? "De vragenlijst vooraf komt nog, na het gesprek met de kraamzorg."
          : `De vragenlijst vooraf staat open${until}.`
        : `Zij denkt${until} na over meedoen aan het onderzoek.`}{" "}
      U kunt gewoon besluiten en de zorg gaat door. Zeg en schrijf haar er nog niets over, ook niet via iemand die meeleest.
    </Alert>
  );
}

/** Where what is missing of her address is filled in; without any address there is nothing to correct. */
const addressPage = (line: string, family: Enrolment["family"]): string =>
  `/gezinnen/${line}/adres${family?.addresses.some(({ until }) => until === null) ? "/verbeteren" : ""}`;

/** The newest decision is a no for exactly what still stands in the way: there is nothing new to decide. */
function isDecided({ decisions: [newest], eligibility, programme }: Enrolment): boolean {
  if (newest?.outcome !== "no_place" || newest.programmeId !== programme.id || eligibility.outcome !== "not_eligible") return false;
  const then = newest.criteria.filter(({ outcome }) => outcome === "not_met").map(({ code }) => code);
  return then.join() === eligibility.notMet.join();
}

function Sub({ enrolment: { programme, why, pillar, entry, places } }: Readonly<{ enrolment: Enrolment }>) {
  const own = places.find((one) => one.pillar === pillar && one.entry === entry);
  const { places: all, taken } = own ?? { places: 0, taken: 0 };
  return (
    <>
      {programme.settings.pillars[pillar].name}.{" "}
      {taken < all ? (
        <>
          Nog <b>{`${all - taken} van ${all}`}</b> plaatsen vrij{entry === "flow_on" ? " voor doorstroom uit pijler 1" : ""}.
        </>
      ) : (
        <>
          <b>Alle {all} plaatsen</b> zijn bezet{entry === "flow_on" ? " voor doorstroom uit pijler 1" : ""}.
        </>
      )}{" "}
      {choiceSentences[why]}
    </>
  );
}

/** Today's outcomes; once there is a place those of its day, since nothing later changes it. */
function CriteriaCard({
  enrolment: { held, decisions, criteria, line, pillar },
  rights,
}: Readonly<{ enrolment: Enrolment; rights: EnrolmentRights }>) {
  const decided = held ? decisions.find(({ outcome }) => outcome === "place") : undefined;
  return (
    <Card title={decided ? `Zo was het op ${formatDay(decided.decidedOn)}` : "De criteria"}>
      <Criteria
        criteria={decided?.criteria ?? criteria}
        trajectoryId={line.id}
        motherId={line.motherId}
        pillar={pillar}
        mayAnswer={rights.mayAnswer}
      />
      {decided && <p className="wieg-note">De criteria gelden op de dag van het besluit. Wat later verandert, neemt de plaats niet weg.</p>}
    </Card>
  );
}
