import type { Day } from "../../../kit/day.ts";
import type { NewFamily } from "../../../registry/server/door.ts";
import type { Acts } from "../acts/acts.ts";
import type { Cast } from "../acts/cast.ts";

/** Where how many families live, and who registers them when that is not the practice of the place. */
type Homes = readonly (readonly [municipality: string, families: number, by?: string])[];

/** What happened to a kind of family, and when: told in days ago, so that it is always just so today. */
export interface Storyline {
  readonly families: Homes;
  /** How far along she is today, from and until, in weeks. */
  readonly weeks?: readonly [low: number, high: number];
  /** Days since the birth, for who has given birth. */
  readonly born?: readonly [low: number, high: number];
  /** Days since it was registered, where that is not by the end of the first trimester. */
  readonly registered?: readonly [low: number, high: number];
  readonly mother?: Partial<NewFamily["mother"]>;
  /** The same woman as in another storyline. */
  readonly person?: number;
  tell?(scene: Scene): void;
}

/** What a storyline is told with. */
export interface Scene {
  readonly cast: Cast;
  readonly acts: Acts;
  /** Something of so many days ago; never before the family was registered. */
  at(daysAgo: number, act: (on: Day) => Promise<unknown>): void;
}
