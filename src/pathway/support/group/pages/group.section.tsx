import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { isRole, mayUse } from "../../../../trust/access/route.ts";
import type { FamilySection } from "../../../trajectory/familySection.ts";
import { openPlaceStates } from "../group.ts";
import { placeStateNames } from "../group.texts.ts";
import { hasOwnGroups } from "../server/group.store.ts";
import { listPlacesOf } from "../server/place.store.ts";

/** The groups of a family; shown where there are any, or where the own organisation has one open. */
export const groupSection: FamilySection = {
  id: "groepen",
  title: "Groepen",
  place: "aside",
  records: { group_place: "Plaats in een groep", group_attendance: "Aanwezig bij een groep" },
  async load({ db }, line, { role, organisationId }) {
    if (!isRole(role) || !mayUse(role, "referrals.read")) return null;
    const mayWrite = mayUse(role, "referrals.write") && line.state === "open";
    const [places, own] = await Promise.all([
      listPlacesOf(db, line.id),
      mayWrite && line.lossOn === null && hasOwnGroups(db, organisationId),
    ]);
    if (places.length === 0 && !own) return null;
    const base = `/gezinnen/${line.id}/groepen`;
    const asked = mayWrite ? places.filter((place) => place.state === "asked" && place.organisationId === organisationId) : [];
    return {
      body: (
        <Card title="Groepen">
          {places.slice(0, 4).map((place) => (
            <p key={place.id}>
              <a href={base}>{place.group}</a> <Tag tone={placeStateNames[place.state].tone}>{placeStateNames[place.state].text}</Tag>
            </p>
          ))}
          {own && (
            <ButtonRow>
              <LinkButton href={`${base}/aanmelden`}>Aanmelden voor een groep</LinkButton>
            </ButtonRow>
          )}
        </Card>
      ),
      now: asked.map((place) => (
        <div key={place.id}>
          <p>
            <b>Plek vrij in {place.group}.</b> Vraag of het gezin nog wil.
          </p>
          <ButtonRow>
            <LinkButton href={base} variant="primary">
              Vragen
            </LinkButton>
          </ButtonRow>
        </div>
      )),
      moments: places
        .filter(({ state }) => openPlaceStates.includes(state))
        .map(({ joinedOn, group }) => ({ on: joinedOn, label: `${group}: aangemeld`, tone: "info" as const, href: base })),
    };
  },
};
