import { Checkbox } from "../../../design/Checkbox.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { TrainingModule } from "../../configuration/settings/training.ts";
import type { Session } from "../training.ts";

type Props = Readonly<{ modules: readonly TrainingModule[]; session: Session | null; values: Values; errors: Errors }>;

/** A new session, or another day, place or number of seats for one that stands. */
export function SessionFormPage({ modules, session, values, errors }: Props) {
  const base = session ? `/geboortezorg-flex/scholing/${session.id}` : "/geboortezorg-flex/scholing";
  return (
    <FormPage
      title={session ? "Bijeenkomst wijzigen" : "Bijeenkomst plannen"}
      back={{ href: base, label: session ? "Terug naar de bijeenkomst" : "Scholing" }}
      action={session ? `${base}/wijzigen` : `${base}/nieuw`}
      values={Object.keys(values).length > 0 ? values : valuesOf(session)}
      errors={errors}
      {...(session && { version: session.version })}
      draft={`scholing-${session?.id ?? "nieuw"}`}
      button={session ? "Wijzigen" : "Plannen"}
      leave="Annuleren"
    >
      <RadioGroup
        name="about"
        label="Waarover?"
        options={[
          ...modules.map(({ code, name, openTo }) => ({
            value: code,
            label: name,
            ...(openTo.length > 0 && { hint: "Ook voor verloskundigen en jeugdverpleegkundigen." }),
          })),
          { value: "intervisie", label: "Intervisie", hint: "Collega's bespreken hun eigen casussen, zonder namen van gezinnen." },
        ]}
      />
      <DateField name="onDay" label="Dag" />
      <TextField name="begins" label="Van" hint="Zoals 13:00" width="short" />
      <TextField name="ends" label="Tot" hint="Zoals 16:30" width="short" />
      <TextField name="place" label="Plaats" maxLength={200} />
      <TextField name="trainer" label="Wie geeft of leidt het?" maxLength={200} />
      <TextField name="seats" label="Plaatsen" type="number" inputMode="numeric" width="short" />
      <Checkbox name="withExpert" label="Een ervaringsdeskundige doet mee" />
      <Checkbox name="openToPartners" label="Partners kunnen zich ook aanmelden" />
      {session && <Checkbox name="cancelled" label="De bijeenkomst gaat niet door" />}
    </FormPage>
  );
}

function valuesOf(session: Session | null): Values {
  if (!session) return { seats: "12" };
  return {
    about: session.module ?? "intervisie",
    onDay: formatShortDay(session.onDay),
    begins: session.begins,
    ends: session.ends,
    place: session.place,
    trainer: session.trainer,
    seats: String(session.seats),
    ...(session.withExpert && { withExpert: "ja" }),
    ...(session.openToPartners && { openToPartners: "ja" }),
    ...(session.cancelled && { cancelled: "ja" }),
  };
}
