import { concern, maternityCare, untilPlaced, visit } from "./chapters.ts";
import * as place from "./municipalities.ts";
import { takesPart } from "./studyStories.ts";
import type { Scene, Storyline } from "./storyline.ts";

const maternityTeams = ["Petra Planning", "Wilma Intake", "Chantal Kraam"];

/** A loss of which everybody knows by now. */
function knownLoss({ cast, acts, at }: Scene, ago: number): void {
  at(ago, (on) => acts.loss(on));
  for (const name of [cast.plan.midwife, cast.plan.nurse, "Birgit Lijn", ...maternityTeams]) at(ago - 2, () => acts.readLoss(name));
}

/** What happens to families beside the route: a loss, a move, a wish to stop, the same woman twice. */
export const changeStories = {
  lossLongAgo: {
    families: [[place.sittard, 1]],
    weeks: [34, 36],
    mother: { insurer: "CZ" },
    tell: (scene) => {
      untilPlaced(scene, 110);
      knownLoss(scene, 45);
    },
  },
  lossNow: {
    families: [[place.heerlen, 1]],
    weeks: [20, 23],
    tell: (scene) => {
      concern(scene, 30, "c");
      visit(scene, 26, "c");
      scene.at(24, () => scene.acts.report("conference"));
      maternityCare(scene, 22);
      takesPart(scene, { asked: 20, intake: null });
      scene.at(3, (on) => scene.acts.loss(on));
    },
  },
  movedAway: {
    families: [[place.brunssum, 1]],
    weeks: [24, 30],
    tell: (scene) => {
      concern(scene, 60, "a");
      scene.at(20, (on) => scene.acts.end("moved_away", on));
    },
  },
  movedWithin: {
    families: [[place.voerendaal, 1]],
    weeks: [20, 26],
    tell: (scene) => {
      concern(scene, 25, "a");
      const heerlen = { street: "Geleenstraat", houseNumber: "31", postcode: "6411HP", place: "Heerlen", municipality: place.heerlen };
      scene.at(9, (on) => scene.acts.move(on, heerlen));
    },
  },
  stopped: {
    families: [[place.kerkrade, 1]],
    weeks: [22, 28],
    tell: (scene) => {
      concern(scene, 40, "b");
      visit(scene, 37, "b");
      scene.at(25, () => scene.acts.handLead(scene.cast.plan.nurse));
      scene.at(11, (on) => scene.acts.end("family_stopped", on));
    },
  },
  /** Registered at two practices: the neutral reviewer looks whether they are one. */
  registeredTwice: { families: [[place.heerlen, 1]], weeks: [10, 12], registered: [14, 16], person: 41_000 },
  registeredTwiceElsewhere: { families: [[place.heerlen, 1, "Tessa Proef"]], weeks: [10, 12], registered: [5, 6], person: 41_000 },
} satisfies Readonly<Record<string, Storyline>>;
