import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Receiver } from "../server/handoverSources.store.ts";
import { receiverValue } from "./handoverFields.ts";

const asButtons = 8;
export const roleName = (role: string): string => (isRole(role) ? roleNames[role] : role);

const later =
  "Nog niet bekend? Laat dit leeg: u bereidt alles voor, en kiest later. Aanbieden kan pas daarna. Werkt de ander niet met Wieg? Laat dit ook leeg: u geeft dan een document mee.";

/** Who takes it over: those who are involved and those who work where the family lives first. */
export function ReceiverField({ receivers }: Readonly<{ receivers: readonly Receiver[] }>) {
  const label = "Wie neemt het over?";
  const options = receivers.map((one) => ({
    value: receiverValue(one),
    label: `${one.organisation} (${roleName(one.role)})`,
    hint: one.involved ? "Al betrokken bij dit gezin" : one.near ? "Werkt waar het gezin woont" : "Werkt niet waar het gezin woont",
  }));
  if (options.length === 0)
    return (
      <p>
        Er is in de regio nog geen organisatie die dit kan overnemen. U kunt de overdracht wel voorbereiden, en het document meegeven aan
        iemand die niet met Wieg werkt.
      </p>
    );
  return options.length <= asButtons ? (
    <RadioGroup name="receiver" label={label} hint={later} options={options} optional />
  ) : (
    <Select
      name="receiver"
      label={label}
      hint={later}
      optional
      options={options.map(({ value, label: text, hint }) => ({ value, label: text, group: hint }))}
    />
  );
}
