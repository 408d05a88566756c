import { addDays } from "../../../kit/day.ts";
import { birth, concern, maternityCare, reassessments, visit } from "./chapters.ts";
import * as place from "./municipalities.ts";
import type { Storyline } from "./storyline.ts";

/** Families with whom all goes well: most of them. Looked at again in each trimester, and at the end of the maternity period. */
export const calmStories = {
  justRegistered: {
    families: [
      [place.heerlen, 2],
      [place.sittard, 1],
      [place.maastricht, 1],
      [place.gulpenWittem, 1],
      [place.kerkrade, 1],
    ],
    weeks: [8, 11],
    registered: [0, 9],
  },
  firstTrimester: {
    families: [
      [place.landgraaf, 1],
      [place.valkenburg, 1],
    ],
    weeks: [11, 13],
    tell: (scene) => reassessments(scene),
  },
  calm: {
    families: [
      [place.heerlen, 1],
      [place.heerlen, 1, "Karin Model"],
      [place.kerkrade, 1],
      [place.landgraaf, 1],
      [place.brunssum, 1],
      [place.beekdaelen, 1],
      [place.sittard, 1],
      [place.beek, 1],
      [place.eijsdenMargraten, 1],
    ],
    weeks: [14, 26],
    tell: (scene) => reassessments(scene),
  },
  lookAgainSoon: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    weeks: [27, 27],
    tell: (scene) => reassessments(scene, 30),
  },
  lookAgainLate: {
    families: [
      [place.voerendaal, 1],
      [place.maastricht, 1],
    ],
    weeks: [28, 28],
    tell: (scene) => reassessments(scene, 30),
  },
  lastTrimester: {
    families: [
      [place.heerlen, 1],
      [place.meerssen, 1],
      [place.simpelveld, 1],
    ],
    weeks: [29, 39],
    tell: (scene) => {
      reassessments(scene);
      maternityCare(scene, 40);
    },
  },
  maternityWeek: {
    families: [
      [place.heerlen, 1],
      [place.landgraaf, 1],
      [place.maastricht, 1],
      [place.sittard, 1],
    ],
    born: [0, 7],
    tell: (scene) => reassessments(scene),
  },
  babyOfMonths: {
    families: [
      [place.heerlen, 1],
      [place.brunssum, 1],
      [place.stein, 1],
    ],
    born: [20, 340],
    tell: (scene) => reassessments(scene),
  },
  /** 14 months, and followed by the youth nurse since before the birth. */
  toddlerFollowed: {
    families: [[place.heerlen, 1]],
    born: [424, 430],
    tell: (scene) => {
      concern(scene, 505, "b");
      visit(scene, 501, "b");
      scene.at(483, () => scene.acts.handLead(scene.cast.plan.nurse));
      birth(scene);
      scene.at(60, (on) => scene.acts.allowSharing("jgz", on));
      scene.at(30, (on) => scene.acts.findChildcare(addDays(on, 45), on));
    },
  },
  toddler: {
    families: [
      [place.sittard, 1],
      [place.meerssen, 1],
    ],
    born: [370, 690],
    tell: (scene) => reassessments(scene),
  },
  /** The child is two: the line has ended by itself. */
  grownUp: {
    families: [[place.landgraaf, 1]],
    born: [734, 760],
    tell: (scene) => reassessments(scene),
  },
  nextPregnancy: {
    families: [
      [place.heerlen, 1],
      [place.kerkrade, 1],
    ],
    born: [420, 520],
    tell: (scene) => {
      reassessments(scene);
      scene.at(12, (on) => scene.acts.beginNext(Temporal.PlainDate.from(on).add({ days: 215 }).toString()));
    },
  },
  foundAfterBirth: {
    families: [[place.heerlen, 1]],
    born: [24, 30],
    registered: [16, 18],
    tell: (scene) => {
      birth(scene);
      concern(scene, 12, "c");
      scene.at(9, (on) => scene.acts.allowVisit(on));
      scene.at(9, () => scene.acts.askVisit({ kind: "postnatal" }));
      scene.at(6, () => scene.acts.acceptVisit());
    },
  },
} satisfies Readonly<Record<string, Storyline>>;
