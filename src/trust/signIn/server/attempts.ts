import { countAttempt, forgetAttempts } from "../../../platform/http/attempt.store.ts";
import { networkOf } from "../../../platform/http/networkOf.ts";
import { limits } from "../signIn.ts";
import { signInSettings } from "./settings.ts";

type Limited = keyof typeof limits;

const subjectOf = (limited: Limited, name: string): Buffer =>
  signInSettings().keys.digest(limited === "source" ? networkOf(name) : name, limits[limited].kind);

/** Counts a try before it is looked at, so that many at once don't slip through. Answers the seconds to wait, 0 when it may go on. */
export const countTry = (limited: Limited, name: string): Promise<number> => countAttempt(limits[limited], subjectOf(limited, name));

/** It went well: an account's tries are forgotten, a source gets this one back. */
export const forgetTries = (limited: Limited, name: string): Promise<void> =>
  forgetAttempts(limits[limited], subjectOf(limited, name), limited === "source" ? 1 : "all");
