import * as place from "./municipalities.ts";
import type { Scene } from "./storyline.ts";

type Chapter = (scene: Scene) => void;

/** A wish for a second child, talked about with no pregnancy yet. */
const wish: Chapter = ({ acts, at }) => {
  at(20, () => acts.beginWish());
  at(13, (on) =>
    acts.talkOfNextChild(on, "now", ["folic_acid", "smoking"], {
      risks: null,
      advice: "Foliumzuur, en stoppen met roken samen met de praktijk.",
    }),
  );
};

/** What is good to know was written down after the maternity period; the next pregnancy begins with it. */
const known: Chapter = ({ acts, at }) => {
  at(380, (on) =>
    acts.talkOfNextChild(on, "later", ["last_pregnancy", "contraception"], {
      risks: "Hoge bloeddruk in de laatste weken.",
      advice: "Bij een volgende zwangerschap vroeg melden.",
    }),
  );
  at(379, (on) => acts.askOf("Wie kan er oppassen als ik naar controle moet?", on));
};

/** Which family has such a chapter, by story and municipality. */
export const twoYearChapters: Readonly<Record<string, Chapter>> = {
  [`toddler ${place.sittard}`]: wish,
  [`nextPregnancy ${place.heerlen}`]: known,
};
