import type { Scene } from "./storyline.ts";

type Chapter = (scene: Scene) => void;

/** Looking back at an agreement together, read by everyone and closed. */
const lookedBack: Chapter = ({ cast: { plan }, acts, at }) => {
  const topic = "Hoe gaat het met de post?";
  at(9, () =>
    acts.write(
      plan.midwife,
      [plan.nurse],
      "plan",
      topic,
      "Zij nam vandaag een tas met ongeopende enveloppen mee naar het spreekuur.\n\nWil jij bij je volgende bezoek vragen of haar zus nog langskomt?",
    ),
  );
  at(8, () => acts.answer(plan.nurse, topic, "Ik bel haar morgen op haar vrije ochtend. Zij wil graag dat we er samen naar kijken."));
  at(6, () => acts.answer(plan.nurse, topic, "Gebeld: haar zus komt elke donderdag. De achterstand is nu bijna weg."));
  at(5, () => acts.readMessage(plan.midwife, topic));
  at(5, () => acts.closeTalk(plan.midwife, topic));
};

/** With the case lead of the municipality; her answer waits to be read. */
const withLead =
  (lead: string): Chapter =>
  ({ cast: { plan }, acts, at }) => {
    const topic = "Wie gaat mee naar het gesprek bij de woningcorporatie?";
    at(3, () =>
      acts.write(
        plan.midwife,
        [lead, plan.nurse],
        "plan",
        topic,
        "Zij ziet erg op tegen het gesprek van volgende week en vroeg of er iemand mee kan. Ik kan die dag zelf niet.",
      ),
    );
    at(2, () => acts.answer(plan.nurse, topic, "Ik heb die ochtend bezoeken, maar kan haar van tevoren bellen."));
    at(1, () => acts.answer(lead, topic, "Ik ga mee. Ik spreek met haar af bij de ingang, tien minuten eerder."));
    at(1, () => acts.readMessage(plan.nurse, topic));
  };

/** Something new about what was noticed, not read yet. */
const fresh: Chapter = ({ cast: { plan }, acts, at }) => {
  const topic = "Zij komt niet meer buiten";
  at(1, () =>
    acts.write(
      plan.midwife,
      [plan.nurse],
      "signals",
      topic,
      "Op het spreekuur vertelde zij dat zij al twee weken bijna niet buiten komt. Het is met haar besproken, ook dat ik het aan jou schrijf.\n\nHerken jij dit van je bezoek?",
    ),
  );
};

/** Practical, in both directions, and done with. */
const practical: Chapter = ({ cast: { plan }, acts, at }) => {
  const topic = "Bellen liever na 16.00 uur";
  at(7, () =>
    acts.write(
      plan.nurse,
      [plan.midwife],
      "identity",
      topic,
      "Zij werkt weer overdag: bellen graag na 16.00 uur, en liever geen voicemail.",
    ),
  );
  at(6, () => acts.answer(plan.midwife, topic, "Dank je, ik heb het bij haar telefoonnummer gezet."));
  at(6, () => acts.readMessage(plan.nurse, topic));
};

/** What is written in which story: read and closed, waiting, with three. */
export const messageChapters: Readonly<Record<string, readonly Chapter[]>> = {
  ledHeerlen: [withLead("Nadia Knoop"), practical],
  ledKerkrade: [lookedBack],
  ledSittard: [withLead("Wim Wijk")],
  ledMaastricht: [lookedBack, practical],
  ledByNurse: [fresh, practical],
  placed: [practical],
};
