import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { findCategory } from "../../../pathway/assessment/server/door.ts";
import type { FamilySection, Moment } from "../../../pathway/trajectory/familySection.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { programmesForLine } from "../../configuration/server/door.ts";
import { pillars, type Pillar, type Programme } from "../../configuration/programme.ts";
import type { Decision, Place } from "../enrolment.ts";
import { mayDecide } from "../rules/whoDecides.ts";
import { findMunicipalityOfLine, listDecisions, listPlacesOfLine } from "../server/enrolment.store.ts";
import { programmeOf } from "../server/testLine.ts";

interface State {
  readonly line: Line;
  readonly programme: Programme;
  readonly decisions: readonly Decision[];
  readonly places: readonly Place[];
  /** Category c or d, so that the programme may be meant for this family. */
  readonly fits: boolean;
  readonly confirmed: boolean;
  readonly mayDecide: boolean;
}

/** Places and decisions on the family page. A family for which the programme is not meant has no such card. */
export const programmeSection: FamilySection = {
  id: "geboortezorg-flex",
  title: "Geboortezorg Flex",
  place: "aside",
  async load({ db, today }, line, actor) {
    if (!isRole(actor.role) || !mayRole(actor.role, "programme", "read")) return null;
    const [decisions, { fits, confirmed }, places, municipality] = await Promise.all([
      listDecisions(db, line.id),
      categoryOf(db, line.id),
      listPlacesOfLine(db, line.id),
      findMunicipalityOfLine(db, line.id),
      programmesForLine(db, line.id), // looked at below: asked along with the rest
    ]);
    if (decisions.length === 0 && !(fits && line.state === "open")) return null;
    const next = places.some(({ pillar, state }) => pillar === 1 && state === "taken") ? 2 : 1;
    const { programme } = (await programmeOf(db, line.id, { municipality, today, ofLine: places, pillar: next })) ?? {};
    if (!programme) return null;
    const state: State = {
      line,
      programme,
      decisions,
      fits,
      confirmed,
      places,
      mayDecide: mayDecide(actor.role),
    };
    return { body: <ProgrammeCard state={state} />, now: nowOf(state), moments: momentsOf(state), tags: tagsOf(state) };
  },
};

async function categoryOf(db: Db, trajectoryId: string): Promise<{ fits: boolean; confirmed: boolean }> {
  const now = await findCategory(db, trajectoryId);
  return {
    fits: now?.category === "c" || now?.category === "d",
    confirmed: now?.confirmedByBoth !== null && now?.confirmedByBoth !== undefined,
  };
}

const heldIn = ({ places }: State, pillar: Pillar) => places.find((place) => place.pillar === pillar && place.state === "taken");
const address = ({ line }: State, pillar: Pillar): string => `/gezinnen/${line.id}/geboortezorg-flex/${pillar}`;

function ProgrammeCard({ state }: Readonly<{ state: State }>) {
  return (
    <Card title={state.programme.name}>
      <Facts facts={pillars.map((pillar) => ({ label: `Pijler ${pillar}`, value: standing(state, pillar) }))} />
      <ButtonRow>
        {pillars.map((pillar) => (
          <LinkButton key={pillar} href={address(state, pillar)} variant="quiet">{`Pijler ${pillar} bekijken`}</LinkButton>
        ))}
      </ButtonRow>
    </Card>
  );
}

function standing(state: State, pillar: Pillar): string {
  const held = heldIn(state, pillar);
  if (held) return `plaats sinds ${formatDay(held.takenOn)}`;
  const newest = state.decisions.find((decision) => decision.pillar === pillar);
  if (!newest) return "nog geen besluit";
  return newest.outcome === "place" ? "plaats teruggegeven" : `geen plaats, ${formatDay(newest.decidedOn)}`;
}

/** Confirmed by both and still without a decision: that is the midwife's next step, before the birth. */
function nowOf(state: State): readonly ReactElement[] {
  const { line, decisions, confirmed } = state;
  const waits =
    state.mayDecide && confirmed && line.state === "open" && line.bornOn === null && line.lossOn === null && decisions.length === 0;
  if (!waits) return [];
  return [
    <div key="programme">
      <p>
        <b>Besluit over {state.programme.name}.</b> De categorie is samen bevestigd. Kijk of er een plaats is in pijler 1.
      </p>
      <LinkButton href={address(state, 1)} variant="primary">
        Criteria bekijken
      </LinkButton>
    </div>,
  ];
}

const momentsOf = (state: State): readonly Moment[] =>
  state.decisions.map((decision) => ({
    on: decision.decidedOn,
    label: `${decision.outcome === "place" ? "plaats" : "geen plaats"} pijler ${decision.pillar}`,
    tone: decision.outcome === "place" ? "ok" : "plain",
    href: address(state, decision.pillar),
  }));

const tagsOf = (state: State): readonly ReactElement[] =>
  pillars.flatMap((pillar) => (heldIn(state, pillar) ? [<Tag key={pillar} tone="ok">{`Flex pijler ${pillar}`}</Tag>] : []));
