import { Checkbox } from "../../design/Checkbox.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { RadioGroup } from "../../design/RadioGroup.tsx";
import { Select } from "../../design/Select.tsx";
import { TextField } from "../../design/TextField.tsx";
import type { Contact, Family } from "../family.ts";
import { channelNames, languageNames } from "../family.texts.ts";
import { EditPage } from "./EditPage.tsx";

interface State {
  readonly trajectory: string;
  readonly values: Values;
  readonly errors: Errors;
}

const labels = { channel: "Waarmee", value: "Nummer of adres", safe: "Veilig", safeMoments: "Wanneer wel?" };

/** A way of reaching the family, and whether it is safe: used for nothing until someone asked [domain 6.3]. */
export function ContactPage({ contact, trajectory, values, errors }: State & { contact?: Contact }) {
  const saved: Values = contact
    ? {
        channel: contact.channel,
        value: contact.value,
        safe: contact.safe === null ? "niet-gevraagd" : contact.safe ? "ja" : "nee",
        safeMoments: contact.safeMoments ?? "",
      }
    : { channel: "phone", safe: "niet-gevraagd" };
  return (
    <EditPage
      title={contact ? "Contactgegeven wijzigen" : "Telefoon of e-mail toevoegen"}
      trajectory={trajectory}
      action={`/gezinnen/${trajectory}/contact/${contact?.id ?? "nieuw"}`}
      saved={saved}
      labels={contact ? labels : {}}
      {...(contact ? { version: contact.version } : {})}
      values={values}
      errors={errors}
      {...(contact?.fromFile ? { sub: "Dit kwam uit een bestand. Niemand vroeg nog of het veilig is." } : {})}
    >
      <RadioGroup
        name="channel"
        label={labels.channel}
        inline
        options={Object.entries(channelNames).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="value" label={labels.value} />
      <RadioGroup
        name="safe"
        label="Is het veilig om zo contact op te nemen?"
        options={[
          { value: "ja", label: "Ja, gevraagd" },
          { value: "nee", label: "Nee", hint: "Iemand leest of luistert mee. Er gaat dan niets heen." },
          { value: "niet-gevraagd", label: "Nog niet gevraagd", hint: "Dan gebruikt niemand het, tot u het vroeg." },
        ]}
      />
      <TextField name="safeMoments" label={labels.safeMoments} optional hint="Zoals: maandag tot en met vrijdag na 17 uur." />
    </EditPage>
  );
}

/** How to talk with this family. */
export function LanguagePage({ family, trajectory, values, errors }: State & { family: Family }) {
  const saved = {
    language: family.language ?? "",
    interpreter: family.interpreterNeeded ? "ja" : "",
    readsLittle: family.readsLittle ? "ja" : "",
    contactWish: family.contactWish ?? "",
  };
  const known = family.language === null || languageNames.has(family.language) ? [] : [{ value: family.language, label: family.language }];
  return (
    <EditPage
      title="Taal en wensen"
      trajectory={trajectory}
      action={`/gezinnen/${trajectory}/taal`}
      saved={saved}
      version={family.version}
      values={values}
      errors={errors}
      labels={{ language: "Taal", interpreter: "Tolk nodig", readsLittle: "Leest weinig", contactWish: "Wens" }}
    >
      <Select
        name="language"
        label="Taal"
        empty="Niet bekend"
        optional
        options={[...known, ...[...languageNames].map(([value, label]) => ({ value, label }))]}
      />
      <Checkbox name="interpreter" label="Er is een tolk nodig" hint="Dit gaat mee met elke vraag, elk bezoek en elke overdracht." />
      <Checkbox name="readsLittle" label="Leest weinig: liever praten dan schrijven" />
      <TextField name="contactWish" label="Hoe wil het gezin liefst contact?" optional hint="Zoals: liefst bellen, niet appen." />
    </EditPage>
  );
}
