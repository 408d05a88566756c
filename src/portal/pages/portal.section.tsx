import { Card } from "../../design/Card.tsx";
import { formatDay } from "../../kit/day.ts";
import { isRole } from "../../trust/access/route.ts";
import { mayRole } from "../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../pathway/trajectory/familySection.ts";
import { askStateNames, purposeNames } from "../../trust/consent/consent.texts.ts";
import { listMotherAsks } from "../../trust/consent/server/door.ts";
import { listFamilyYes } from "../server/invite.store.ts";

const shown = 2;

/** What the mother chose in her own pages, on the family page. */
export const portalSection: FamilySection = {
  id: "eigen-pagina",
  title: "Eigen pagina",
  place: "aside",
  records: { family_yes: "Ja van het gezin", family_share: "Plan gedeeld met de partner", consent_ask: "Vraag om toestemming" },
  async load({ db }, line, { role }) {
    if (!isRole(role) || !mayRole(role, "identity", "read") || (!mayRole(role, "plan", "read") && !mayRole(role, "identity", "write")))
      return null;
    const yes = mayRole(role, "referrals", "read") ? await listFamilyYes(db, line.id) : [];
    const asks = (await listMotherAsks(db, line.id)).filter(({ answeredOn }) => answeredOn !== null);
    const href = `/gezinnen/${line.id}/eigen-pagina`;
    return {
      body: (
        <Card title="Eigen pagina" action={<a href={href}>Toegang en antwoorden</a>}>
          <p>Op haar eigen pagina leest de moeder haar plan, beslist mee en schrijft met wie haar helpt.</p>
          {yes.length > 0 && (
            <ul>
              {yes.slice(0, shown).map((one) => (
                <li key={one.id}>
                  <a href={href}>Ja tegen {one.offer}</a>
                  <small className="wieg-note">{formatDay(one.saidOn)}</small>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ),
      moments: [
        ...yes.map(({ offer, saidOn }) => ({ on: saidOn, label: `Zij zei ja tegen ${offer}`, href, by: "Het gezin" })),
        ...asks.map(({ purpose, state, answeredOn, askedOn, ofPartner }) => ({
          on: answeredOn ?? askedOn,
          label: `${purposeNames[purpose]}: ${askStateNames[state]}${ofPartner ? " door de partner" : ""}, op de eigen pagina`,
          href: `/gezinnen/${line.id}/toestemming`,
          by: "Het gezin",
        })),
      ],
    };
  },
};
