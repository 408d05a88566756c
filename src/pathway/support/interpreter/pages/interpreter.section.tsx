import { Card } from "../../../../design/Card.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { languageName } from "../../../../registry/family.texts.ts";
import { isRole } from "../../../../trust/access/route.ts";
import { mayRole } from "../../../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../../trajectory/familySection.ts";
import { openStates } from "../interpreter.ts";
import { occasionNames, stateNames } from "../interpreter.texts.ts";
import { listBookings } from "../server/interpreter.store.ts";

/** Interpreters: shown for a family that needs one. */
export const interpreterSection: FamilySection = {
  id: "tolk",
  title: "Tolk",
  place: "aside",
  records: { interpreter_booking: "Tolk" },
  async load({ db }, line, { role }, { language, interpreterNeeded: needed }) {
    if (!isRole(role) || !mayRole(role, "plan", "read")) return null;
    const bookings = await listBookings(db, line.id);
    if (!needed && bookings.length === 0) return null;
    const mayWrite = mayRole(role, "plan", "write") && line.state === "open";
    const open = bookings.filter(({ state }) => openStates.includes(state));
    return {
      body: (
        <Card title="Tolk" tag={needed && open.length === 0 ? <Tag tone="soon">geen tolk geregeld</Tag> : undefined}>
          {needed && <p>Dit gezin heeft een tolk nodig{language === null ? "" : `: ${languageName(language)}`}.</p>}
          {open.length > 0 && (
            <Facts
              facts={open.map((one) => ({
                label: formatDay(one.onDay),
                value: (
                  <a href={`/gezinnen/${line.id}/tolk/${one.id}`}>
                    {occasionNames[one.occasion]}: {stateNames[one.state]}
                  </a>
                ),
              }))}
            />
          )}
          {mayWrite && (
            <p>
              <LinkButton href={`/gezinnen/${line.id}/tolk/nieuw`} variant="quiet">
                Tolk regelen
              </LinkButton>
            </p>
          )}
        </Card>
      ),
      moments: open.map((one) => ({
        on: one.onDay,
        label: `Tolk bij ${occasionNames[one.occasion]}`,
        tone: "info",
        href: `/gezinnen/${line.id}/tolk/${one.id}`,
      })),
    };
  },
};
