import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import { stateNames as fileStateNames } from "../../../trust/familyFile/familyFile.texts.ts";
import { listFilesOf } from "../../../trust/familyFile/server/door.ts";
import { stateNames as requestStateNames } from "../../../trust/retention/retention.texts.ts";
import { listRequestsOf } from "../../../trust/retention/server/door.ts";
import type { FamilySection } from "../familySection.ts";

/** What a family may ask of its own file: to have it, and to have it destroyed. */
export const fileSection: FamilySection = {
  id: "dossier",
  title: "Dossier",
  place: "aside",
  records: { line_closing: "Afsluiting van de lijn" },
  async load({ db }, line, { role }) {
    if (!isRole(role) || !mayUse(role, "identity.write")) return null;
    const [files, requests] = await Promise.all([listFilesOf(db, line.id), listRequestsOf(db, line.id)]);
    const asked = [
      ...files.map(({ id, createdOn, state }) => ({
        id,
        href: `/dossier/${id}`,
        what: "Om mee te geven",
        on: createdOn,
        state: fileStateNames[state],
      })),
      ...requests.map(({ id, askedOn, state }) => ({
        id,
        href: `/vernietiging/${id}`,
        what: "Om te vernietigen",
        on: askedOn,
        state: requestStateNames[state],
      })),
    ];
    return {
      body: (
        <Card title="Dossier van het gezin">
          <p>Ieder in het gezin mag het eigen dossier hebben, en mag vragen het te vernietigen.</p>
          {asked.length > 0 && (
            <Facts
              facts={asked.map(({ id, href, what, on, state }) => ({
                label: what,
                value: (
                  <a key={id} href={href}>
                    {state}, gevraagd op {formatDay(on)}
                  </a>
                ),
              }))}
            />
          )}
          <ButtonRow>
            <LinkButton href={`/gezinnen/${line.id}/dossier`} variant="quiet">
              Dossier meegeven
            </LinkButton>
            <LinkButton href={`/gezinnen/${line.id}/vernietigen`} variant="quiet">
              Laten vernietigen
            </LinkButton>
          </ButtonRow>
        </Card>
      ),
    };
  },
};
