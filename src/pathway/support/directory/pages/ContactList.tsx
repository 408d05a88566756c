import { Facts } from "../../../../design/Facts.tsx";
import { sayRole } from "./sayRole.ts";
import type { FixedContact } from "../server/contact.store.ts";
import { Reach } from "./Reach.tsx";

/** Whom to call, with one press each. */
export function ContactList({ contacts }: Readonly<{ contacts: readonly FixedContact[] }>) {
  if (contacts.length === 0)
    return (
      <p>
        Niemand gaf hier een vast aanspreekpunt op. Zoek bij <a href="/sociale-kaart/organisaties">organisaties en mensen</a>.
      </p>
    );
  return (
    <Facts
      facts={contacts.map((contact) => ({
        label: contact.organisation,
        value: (
          <>
            {contact.name}, {sayRole(contact.role)}
            {contact.subject !== null && ` (${contact.subject})`}
            <br />
            <Reach phone={contact.phone ?? contact.organisationPhone} email={contact.email} />
          </>
        ),
      }))}
    />
  );
}
