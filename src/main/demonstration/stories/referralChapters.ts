import { addDays } from "../../../kit/day.ts";
import { dayToCome } from "../storyDay.ts";
import * as place from "./municipalities.ts";
import type { Scene } from "./storyline.ts";

type Chapter = (scene: Scene) => void;

/** The family allows that these helpers know who it is, and the midwife asks them. */
function asked({ acts, at }: Scene, ago: number, ...codes: readonly string[]): void {
  for (const code of codes) at(ago, (on) => acts.allowSharing(acts.organisationOf(code), on));
  at(ago, () => acts.refer(...codes));
}

const running: Chapter = (scene) => {
  const { acts, at } = scene;
  asked(scene, 9, "schuldhulp");
  at(6, () => acts.acceptReferral("schuldhulp"));
  at(4, (on) => acts.startReferral("schuldhulp", on));
  at(4, () => acts.agreeWithHelper("schuldhulp", "De post van de afgelopen maanden samen openen", dayToCome(scene.cast.today, 12)));
  at(1, () => acts.reportAgreement("schuldhulp", "done", "Alles is open en gesorteerd; er zijn drie rekeningen om over te bellen."));
};
/** Of a partner that does not work with Wieg: by a one-time link, and on paper. */
const outside: Chapter = (scene) => {
  asked(scene, 2, "Koffie-ochtend voor ouders", "Voedselpakket");
  scene.at(2, () => scene.acts.sendLink("Koffie-ochtend voor ouders"));
};
const waiting: Chapter = (scene) => {
  const { acts, at, cast } = scene;
  asked(scene, 3, "maatschappelijk-werk");
  at(1, () => acts.waitlistReferral("maatschappelijk-werk", dayToCome(cast.today, 40)));
};
const firstOfTwo: Chapter = (scene) => {
  asked(scene, 4, "maatschappelijk-werk", "burgerkracht");
  scene.at(2, () => scene.acts.acceptReferral("burgerkracht"));
};
const declined: Chapter = (scene) => {
  asked(scene, 3, "burgerkracht");
  scene.at(1, () => scene.acts.declineReferral("burgerkracht", "no_room"));
};
const fresh: Chapter = (scene) => asked(scene, 1, "schuldhulp", "maatschappelijk-werk");
const done: Chapter = (scene) => {
  const { acts, at } = scene;
  asked(scene, 30, "burgerkracht");
  at(28, () => acts.acceptReferral("burgerkracht"));
  at(26, (on) => acts.startReferral("burgerkracht", on));
  at(2, () => acts.completeReferral("burgerkracht"));
};
const withdrawn: Chapter = (scene) => {
  asked(scene, 5, "stevig-ouderschap");
  scene.at(2, () => scene.acts.withdrawReferral("stevig-ouderschap"));
};

/** Pre-school for a toddler: playing and talking there, and what she does with the child stands in the plan. */
const preschool: Chapter = (scene) => {
  const { acts, at, cast } = scene;
  asked(scene, 28, "vve");
  at(26, () => acts.acceptReferral("vve"));
  at(20, (on) => acts.startReferral("vve", on));
  at(20, () => acts.agreeWithHelper("vve", "Elke ochtend samen een boekje lezen, ook thuis", dayToCome(cast.today, 5)));
};
/** A second child is coming, and the first may begin at pre-school. */
const preschoolAccepted: Chapter = (scene) => {
  asked(scene, 8, "vve");
  scene.at(5, () => scene.acts.acceptReferral("vve"));
};
const preschoolAsked: Chapter = (scene) => asked(scene, 2, "vve");

const unanswered: Chapter = (scene) => asked(scene, 11, "maatschappelijk-werk");
/** What was agreed for three days ago, and nobody looked back at. */
const late: Chapter = ({ acts, at, cast }) =>
  at(5, () => acts.arrange("Meegaan naar het spreekuur op het gemeentehuis", { professional: cast.plan.nurse }, addDays(cast.today, -3)));

/** What help is asked for in which story, by story and municipality: each state there can be, once or twice. */
export const referralChapters: Readonly<Record<string, Chapter>> = {
  [`signalled ${place.heerlen}`]: fresh,
  [`signalled ${place.brunssum}`]: firstOfTwo,
  [`notDiscussedLate ${place.landgraaf}`]: outside,
  [`signalled ${place.maastricht}`]: declined,
  [`assessedB ${place.kerkrade}`]: waiting,
  [`assessedB ${place.stein}`]: withdrawn,
  [`noVisitWanted ${place.valkenburg}`]: unanswered,
  [`ledHeerlen ${place.heerlen}`]: late,
  [`toddlerFollowed ${place.heerlen}`]: preschool,
  [`nextPregnancy ${place.kerkrade}`]: preschoolAccepted,
  [`nextPregnancy ${place.heerlen}`]: preschoolAsked,
  [`visitNotAsked ${place.beekdaelen}`]: running,
  [`visitNotAsked ${place.maastricht}`]: done,
};
